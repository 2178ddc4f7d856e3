namespace CallRecording.Tests.Infra.Deploying;

/// <summary>The commands that a deployment finds: this machine's own, and those that answer as a test says.</summary>
internal static class ScriptedCommands
{
    public static readonly string[] Tools =
    [
        "bash", "env", "sed", "awk", "grep", "tr", "sort", "cut", "date", "mktemp", "rm", "cp", "cat", "git", "md5sum",
        "sleep",
        "head", "dirname", "basename", "wc", "uname", "touch",
    ];

    // A line of answers is a part of the command, an exit code, and what it prints; the first that fits counts.
    public const string Scripted = """
        #!/usr/bin/env bash
        line="${0##*/} $*"
        printf '%s\n' "$line" >>"$TREE/asked"
        while IFS=$'\t' read -r part code text; do
          if [[ "$line" == *"$part"* ]]; then
            # What a function answers goes to the last file that is named, here with its question.
            for argument in "$@"; do
              [[ "$argument" != fileb://* ]] || printf '%s%s' "$LISTED" "$(cat "${argument#fileb://}")" >"${!#}"
            done
            printf '%b' "$text"
            exit "$code"
          fi
        done <"$TREE/answers"
        """;

    /// <summary>What a test says before counts more; of these the last that fits does.</summary>
    public static readonly (string Part, int ExitCode, string Text)[] OfAStackThatIsWell =
    [
        ("stack ls", 0, "[]\\n"),
        ("lambda invoke", 0, ""),
        ("curl", 0, "401"),
        ("https://page.example", 0, "200"),
        ("get-caller-identity", 0, $"{DeployedTree.Account}\\n"),
        ("head-bucket", 0, "us-east-1\\n"),
        ("stack output pageUrl", 0, "https://page.example/\\n"),
        ("stack output apiUrl", 0, "https://api.example/dev\\n"),
        ("stack output distributionDomainName", 0, "page.example\\n"),
        ("stack output topicArn", 0, "arn:aws:sns:us-east-1:111111111111:topic\\n"),
        ("stack output tableName", 0, "calls\\n"),
        ("bedrock_status.S", 0, "SUCCESS\\n"),
    ];

    /// <returns>Null where this machine has none.</returns>
    public static string? Find(string command) => Environment.GetEnvironmentVariable("PATH")!
        .Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, command))
        .FirstOrDefault(File.Exists);

    public static string OnPath(string command) =>
        Find(command) ?? throw new InvalidOperationException($"There is no {command} on the PATH.");
}
