using System.Text.Json.Nodes;

namespace CallRecording.Operations.Erasing;

/// <summary>A recording that the call names, and that is not its to take away.</summary>
internal sealed record KeptRecording(string Address, string Reason)
{
    /// <summary>For display.</summary>
    public override string ToString() => $"kept {Address}: {Reason}";

    public JsonObject ToJson() => new() { ["s3Uri"] = Address, ["reason"] = Reason };
}
