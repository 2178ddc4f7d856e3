using Amazon.Lambda.Core;

namespace CallRecording.Tests.Speaker;

/// <summary>What the function logs, by the name that its event has.</summary>
internal static class Sayings
{
    public static void Say(string? name, ILambdaLogger log)
    {
        switch (name)
        {
            case "arguments":
                log.LogInformation("Job {JobId} is {Status} after {Seconds} s", "job-1", DayOfWeek.Monday, 12.25);
                break;
            case "a format":
                log.LogInformation("After {Seconds:0.0} s", 12.25);
                break;
            case "a list and a map":
                log.LogInformation(
                    "{List} {Map}", new[] { 1, 2 }, new Dictionary<string, string> { ["a"] = "b" });
                break;
            case "nothing":
                log.LogInformation("{None} after {Seconds} s", null!, 1); // Null is the point.
                break;
            case "a member's name":
                log.LogInformation("Was {level}", "loud");
                break;
            case "an exception":
                log.LogError(new TimeoutException("Too late.\nReally."), "Gave up\non {JobId}", "job-1");
                break;
            case "other letters":
                log.LogInformation("{Name} <&>", "Zoë");
                break;
            case "doubled braces":
                log.LogInformation("{{literal}} {A}", 1);
                break;
            case "too few arguments":
                log.LogInformation("{A} {B}", 1);
                break;
            case "an open brace":
                log.LogInformation("{A", 1);
                break;
            case "no arguments":
                log.LogInformation("{{a}} {b}");
                break;
            case "every level":
                foreach (var level in Enum.GetValues<LogLevel>())
                {
                    log.Log(level, "line");
                }

                break;
            case "the console":
                Console.WriteLine("out");
                Console.Error.WriteLine("error");
                break;
            case "an uncaught exception":
                throw new TimeoutException("Too late.");
            default:
                break;
        }
    }
}
