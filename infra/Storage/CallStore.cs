using CallRecording.Infra.Settings;
using Pulumi;
using Pulumi.Aws.DynamoDB;

namespace CallRecording.Infra.Storage;

/// <summary>Where calls are kept: the table with its indexes, the table of their words, and the bucket of
/// results.</summary>
internal sealed class CallStore : ComponentResource
{
    public CallStore(StackSettings settings, EncryptionKey key, ComponentResourceOptions options)
        : base("call-recording:storage:CallStore", Names.Of("store"), options)
    {
        Table = Add(settings, "call-recordings", CallTables.Calls(settings, key));
        Words = Add(settings, "call-words", CallTables.Words(settings, key));
        Results = new ResultsBucket(settings, key, new() { Parent = this });
        RegisterOutputs();
    }

    public Table Table { get; }

    /// <summary>The words of calls, by which they are searched: made of results, and made again from them.</summary>
    public Table Words { get; }

    public ResultsBucket Results { get; }

    /// <summary>The indexes' ARNs are below the table's.</summary>
    public Output<string> IndexArn(string index) => Output.Format($"{Table.Arn}/index/{index}");

    private Table Add(StackSettings settings, string what, TableArgs args)
    {
        var name = $"{settings.Project}-{settings.Environment}-{what}";
        args.Name = name;
        return new Table(name, args, new() { Parent = this, Protect = settings.ProtectData });
    }
}
