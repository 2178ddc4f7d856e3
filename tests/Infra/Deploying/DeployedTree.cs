using System.Diagnostics;

namespace CallRecording.Tests.Infra.Deploying;

/// <summary>The deployment's script in a tree of its own, where <c>pulumi</c> and <c>aws</c> answer as the test says
/// and write down what they were asked. Nothing else of this machine's commands is there but what the script
/// uses.</summary>
internal sealed class DeployedTree : IDisposable
{
    public const string Account = "111111111111";

    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("call-recording-deploy-");
    private readonly List<(string Part, int ExitCode, string Text)> answers = [];

    public DeployedTree()
    {
        string[] folders = ["bin", "eng", "infra/bin/Release", "infra/Deploying", "local/Samples/missing-hinges"];
        foreach (var folder in folders)
        {
            Directory.CreateDirectory(At(folder));
        }

        foreach (var part in Directory.GetFiles(ProjectFiles.At("infra/Deploying")))
        {
            File.Copy(part, At($"infra/Deploying/{Path.GetFileName(part)}"));
        }

        string[] files =
            ["infra/deploy", "eng/prepare.sh", "local/Samples/missing-hinges/audio.mp3", "infra/Pulumi.dev.yaml"];
        foreach (var file in files)
        {
            File.Copy(ProjectFiles.At(file), At(file));
        }

        // What the packages come from, and the program, are as this run of the tests has them.
        File.WriteAllText(At("Directory.Packages.props"), "");
        File.WriteAllText(At("feed.local.props"), "<UseStandIns>false</UseStandIns>");
        File.SetLastWriteTimeUtc(At("Directory.Packages.props"), DateTime.UnixEpoch);
        Directory.CreateSymbolicLink(At("infra/bin/Release/net10.0"), AppContext.BaseDirectory);
        // With one of the settings beside it, which tells whose they are.
        Write(
            "infra/publish",
            """
            #!/usr/bin/env bash
            echo "publish $* $(grep -o 'monthlyBudgetDollars.*' "$(dirname "$0")/Pulumi.dev.yaml")" >>"$TREE/asked"
            echo "$PUBLISHED"
            """);
        Write("bin/pulumi", ScriptedCommands.Scripted);
        Write("bin/aws", ScriptedCommands.Scripted);
        Write("bin/curl", ScriptedCommands.Scripted);
        Write(
            "bin/dotnet",
            $"#!/usr/bin/env bash\n[ \"$1\" = build ] || exec '{ScriptedCommands.OnPath("dotnet")}' \"$@\"\n");
        foreach (var tool in ScriptedCommands.Tools)
        {
            File.CreateSymbolicLink(At($"bin/{tool}"), ScriptedCommands.OnPath(tool));
        }

        foreach (var (part, exitCode, text) in ScriptedCommands.OfAStackThatIsWell)
        {
            Answer(part, exitCode, text);
        }
    }

    public string Published { get; set; } =
        "tasks-arm64.zip: 9.0 MB, provided.al2023 arm64, smoke: passed, stand-ins: none";

    public string Root => root.FullName;

    /// <summary>What the API's function answers.</summary>
    public string Listed { get; set; } = """{"statusCode":200} """;

    /// <summary>The stack was made before, with these settings and the least that it needs.</summary>
    public void IsMade(params (string Key, string Value)[] settings)
    {
        (string Key, string Value)[] all =
        [
            ("accountId", Account), ("region", "us-east-1"), ("recordingsBucket", "recordings"),
            ("alarmEmail", "a@b.example"),
            .. settings,
        ];
        Answer("stack ls", 0, """[{"name": "dev"}]""");
        var lines = all.Select(one => $"\"call-recording:{one.Key}\":{{\"value\":\"{one.Value}\"}}");
        Answer("config --json", 0, $"{{{string.Join(',', lines)}}}");
    }

    /// <summary>What <c>pulumi</c>, <c>aws</c> and <c>infra/publish</c> were asked, in order.</summary>
    public IReadOnlyList<string> Asked => File.Exists(At("asked")) ? File.ReadAllLines(At("asked")) : [];

    /// <summary>The commands that change something.</summary>
    public IReadOnlyList<string> Changes =>
    [
        .. Asked.Where(
            line => new[] { " up ", " destroy --yes", "stack init", "s3 cp", "publish", "delete-", "worktree" }
            .Any(part => line.Contains(part, StringComparison.Ordinal))),
    ];

    public void Answer(string part, int exitCode, string text) => answers.Insert(0, (part, exitCode, text));

    public void Without(string command) => File.Delete(At($"bin/{command}"));

    /// <summary>Instead of the scripted one this machine's own.</summary>
    public void Real(string command)
    {
        Without(command);
        File.CreateSymbolicLink(At($"bin/{command}"), ScriptedCommands.OnPath(command));
    }

    public void Set(string key, string value) =>
        File.AppendAllText(At("infra/Pulumi.dev.yaml"), $"  call-recording:{key}: \"{value}\"\n");

    public void Setting(string key, string before, string after)
    {
        var text = File.ReadAllText(At("infra/Pulumi.dev.yaml"));
        Assert.Contains($"{key}: {before}", text, StringComparison.Ordinal);
        File.WriteAllText(
            At("infra/Pulumi.dev.yaml"), text.Replace($"{key}: {before}", $"{key}: {after}", StringComparison.Ordinal));
    }

    /// <summary>Makes the tree a repository with one commit of all that is in it now.</summary>
    public async Task CommitAsync()
    {
        string[][] commands =
        [
            ["init", "--quiet"],
            ["add", "infra", "local"],
            ["-c", "user.name=Tests", "-c", "user.email=tests@example.com", "commit", "--quiet", "-m", "As it was"],
        ];
        foreach (var command in commands)
        {
            Assert.Equal("", await GitAsync(command));
        }
    }

    public async Task<string> GitAsync(params string[] command)
    {
        var start = new ProcessStartInfo(ScriptedCommands.OnPath("git"), ["-C", root.FullName, .. command])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!; // Started without a shell.
        var complaints = process.StandardError.ReadToEndAsync(Stop);
        var output = await process.StandardOutput.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        Assert.True(process.ExitCode == 0, await complaints);
        return output;
    }

    public Task<(int ExitCode, string Output, string Complaints)> RunAsync(params string[] arguments) =>
        RunAsync(new Dictionary<string, string>(), arguments);

    public async Task<(int ExitCode, string Output, string Complaints)> RunAsync(
        IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        await File.WriteAllLinesAsync(
            At("answers"), answers.Select(one => $"{one.Part}\t{one.ExitCode}\t{one.Text}"), Stop);
        var start = new ProcessStartInfo(At("bin/bash"), [At("infra/deploy"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Clear();
        foreach (var (name, value) in new Dictionary<string, string>(environment)
        {
            ["PATH"] = At("bin"),
            ["HOME"] = root.FullName,
            ["TREE"] = root.FullName,
            ["PUBLISHED"] = Published,
            ["LISTED"] = Listed,
            ["DEPLOY_POLL_SECONDS"] = "0",
        })
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!; // Started without a shell.
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync(Stop);
        var complaints = process.StandardError.ReadToEndAsync(Stop);
        await process.WaitForExitAsync(Stop);
        return (process.ExitCode, await output, await complaints);
    }

    public void Dispose() => root.Delete(recursive: true);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private void Write(string file, string text)
    {
        // A copy of something that may be executed may be, too.
        File.Copy(ProjectFiles.At("infra/deploy"), At(file));
        File.WriteAllText(At(file), text.ReplaceLineEndings("\n"));
    }

    private string At(string file) => Path.Combine(root.FullName, file);
}
