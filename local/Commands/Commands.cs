using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Amazon.Runtime;
using CallRecording.Local.Ops;

namespace CallRecording.Local.Commands;

/// <summary>What <c>./run</c> understands.</summary>
internal static class Commands
{
    public const int UsualPort = 5080;

    // The last of the six ports must still be one.
    private const int HighestPort = 65535 - 5;

    public static RootCommand Create()
    {
        var root = new RootCommand("The call-recording pipeline, whole, on this machine.");
        ServeCommand.AddTo(root);
        root.Subcommands.Add(SubmitCommand.Create());
        root.Subcommands.Add(MendCommand.Create());
        root.Subcommands.Add(SmokeCommand.Create());
        root.Subcommands.Add(OpsCommand.Create());
        return root;
    }

    /// <param name="least">0 where a system is started: six free ports.</param>
    public static Option<int> Port(int least = 1)
    {
        var option = new Option<int>("--port")
        {
            HelpName = "BASE",
            Description = "The first of six ports: page and API, DynamoDB, SNS/SQS/S3, Step Functions, BDA, Lambda.",
            DefaultValueFactory = _ => UsualPort,
        };
        option.Validators.Add(result =>
        {
            var port = result.GetValueOrDefault<int>();
            if (port < least || port > HighestPort)
            {
                result.AddError($"--port is {port}, expected a number from {least} to {HighestPort}.");
            }
        });
        return option;
    }

    /// <summary>A time in ISO 8601; UTC where it does not say.</summary>
    public static Option<DateTimeOffset?> Moment(string name, string description) => new(name)
    {
        HelpName = "T",
        Description = description,
        CustomParser = result => ReadMoment(name, result),
    };

    /// <summary>Runs a command's body; what a person can mend is one line, not a stack trace.</summary>
    /// <param name="errors">Null: standard error.</param>
    public static async Task<int> RunAsync(Func<Task> body, TextWriter? errors = null)
    {
        var told = errors ?? Terminal.Error;
        try
        {
            await body();
            return 0;
        }
        catch (LocalException problem)
        {
            await told.WriteLineAsync($"run: {problem.Message}");
            return 1;
        }
        catch (AmazonServiceException problem)
        {
            await told.WriteLineAsync($"run: {problem.ErrorCode}: {problem.Message}");
            return 1;
        }
        catch (AmazonClientException problem)
        {
            // Of a list of all that was tried the first line is enough.
            await told.WriteLineAsync($"run: {problem.Message.Split('\n')[0]}");
            return 1;
        }
        catch (HttpRequestException problem)
        {
            // A service that broke down over a full disk, for example.
            await told.WriteLineAsync($"run: {problem.Message.Split('\n')[0]}");
            return 1;
        }
        catch (OperationCanceledException)
        {
            return 130;
        }
    }

    private static DateTimeOffset? ReadMoment(string name, ArgumentResult result)
    {
        var text = result.Tokens.Single().Value;
        if (DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            return moment;
        }

        result.AddError($"{name} is '{text}', expected an ISO 8601 time, for example 2024-01-01T00:00:00Z.");
        return null;
    }
}
