namespace Pulumi.Serialization;

/// <summary>The place of an output that registration fills.</summary>
internal interface IOutputSlot
{
    Type ValueType { get; }

    IOutput Output { get; }

    void Set(OutputData<object?> data);

    void TrySetDefault(bool isKnown);

    void TryFail(Exception exception);
}
