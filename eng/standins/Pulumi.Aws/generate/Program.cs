using CallRecording.Standins.PulumiAws;
using CallRecording.Standins.PulumiAws.Bridge;
using CallRecording.Standins.PulumiAws.Terraform;
using CallRecording.Standins.PulumiAws.Usage;

// dotnet run --project eng/standins/Pulumi.Aws/generate
//   writes tests/Infra/Terraform/resource-types.json from schema.json and types.json.
// dotnet run --project eng/standins/Pulumi.Aws/generate -- code FILE
//   writes the stand-in's C#; the build of Pulumi.Aws does that.
// dotnet run --project eng/standins/Pulumi.Aws/generate -- schema schema.full.json
//   first cuts schema.json from what `terraform providers schema -json` printed, in a folder whose configuration asks
//   for hashicorp/aws; what is committed comes from its version 5.100.0.
// dotnet run --project eng/standins/Pulumi.Aws/generate -- unused infra/bin/Release/net10.0/CallRecording.Infra.dll
//   first takes out of schema.json what the compiled program does not use.
var root = Root(Environment.CurrentDirectory);
var schemaFile = Path.Combine(root, SourceFiles.Schema);
var types = await File.ReadAllTextAsync(Path.Combine(root, SourceFiles.Types));

var cut = args switch
{
    ["schema", var printed] => ProviderSchemas.Parse(await File.ReadAllTextAsync(printed))
        .Cut(BridgedTypes.Parse(types).Select(bridged => bridged.Terraform)),
    ["unused", var program] => new UnusedMembers(BridgedTypes.Parse(types), CalledMembers.Of(program))
        .CutFrom(ProviderSchemas.Parse(await File.ReadAllTextAsync(schemaFile))),
    _ => null,
};
if (cut is not null)
{
    await File.WriteAllTextAsync(schemaFile, cut.ToJson());
}

var generation = new Generation(await File.ReadAllTextAsync(schemaFile), types);
if (args is ["code", var codeFile])
{
    await File.WriteAllTextAsync(codeFile, generation.Code);
}
else
{
    await File.WriteAllTextAsync(Path.Combine(root, SourceFiles.ResourceTypes), generation.ResourceTypes);
}

static string Root(string start)
{
    for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
    {
        if (File.Exists(Path.Combine(folder.FullName, "CallRecording.sln")))
        {
            return folder.FullName;
        }
    }

    throw new InvalidOperationException($"There is no CallRecording.sln above {start}.");
}
