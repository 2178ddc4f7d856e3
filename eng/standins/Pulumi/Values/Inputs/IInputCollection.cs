namespace Pulumi;

/// <summary>A list or map whose elements can be unknown or secret one by one.</summary>
internal interface IInputCollection
{
    IInput Elements { get; }
}
