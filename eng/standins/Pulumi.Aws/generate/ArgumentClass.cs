namespace CallRecording.Standins.PulumiAws;

internal sealed record ArgumentClass(string Name, IReadOnlyList<Argument> Arguments)
{
    /// <summary>The classes of the blocks in it, at every depth.</summary>
    public IEnumerable<ArgumentClass> Nested => Arguments.Select(argument => argument.Block).OfType<ArgumentClass>()
        .SelectMany(block => block.Nested.Prepend(block));
}
