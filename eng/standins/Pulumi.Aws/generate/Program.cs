using CallRecording.Standins.PulumiAws;
using CallRecording.Standins.PulumiAws.Bridge;
using CallRecording.Standins.PulumiAws.Terraform;

// dotnet run --project eng/standins/Pulumi.Aws/generate
//   writes the stand-in and tests/Infra/Terraform/resource-types.json from schema.json and types.json.
// dotnet run --project eng/standins/Pulumi.Aws/generate -- schema.full.json
//   first cuts schema.json from what `terraform providers schema -json` printed, in a folder whose configuration asks
//   for hashicorp/aws; what is committed comes from its version 5.100.0.
var root = Root(Environment.CurrentDirectory);
var types = await File.ReadAllTextAsync(Path.Combine(root, Generation.TypesPath));
var schemaFile = Path.Combine(root, Generation.SchemaPath);

if (args is [var printed])
{
    var whole = ProviderSchemas.Parse(await File.ReadAllTextAsync(printed));
    var cut = whole.Cut(BridgedTypes.Parse(types).Select(bridged => bridged.Terraform));
    await File.WriteAllTextAsync(schemaFile, cut.ToJson());
}

var files = Generation.Files(await File.ReadAllTextAsync(schemaFile), types);
foreach (var (path, text) in files)
{
    var file = new FileInfo(Path.Combine(root, path));
    file.Directory?.Create();
    await File.WriteAllTextAsync(file.FullName, text);
}

Console.WriteLine($"{files.Count} files are written.");

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
