using System.CommandLine;
using CallRecording.Operations.CommandLine;
using CallRecording.Operations.Targets;

namespace CallRecording.Local.Commands;

/// <summary><c>./run</c>: starts everything, and stops it with Ctrl-C.</summary>
internal static class ServeCommand
{
    private const double FastestSpeed = 100_000;

    public static void AddTo(RootCommand root)
    {
        var port = PortOption.Create(min: 0);
        var data = new Option<string>("--data")
        {
            HelpName = "DIR",
            Description = "Where calls, recordings and executions are kept between starts.",
            DefaultValueFactory = _ => Path.Combine(ProjectFolder.Find(), ".local"),
        };
        var speed = Speed();
        var noSamples = new Option<bool>("--no-samples")
        {
            Description = "Leave out the sample calls on a first start.",
        };
        root.Options.Add(port);
        root.Options.Add(data);
        root.Options.Add(speed);
        root.Options.Add(noSamples);
        root.SetAction((parsed, cancellationToken) => CommandRunner.RunAsync(() => ServeAsync(
            new LocalOptions(
                parsed.GetValue(port),
                Path.GetFullPath(parsed.GetRequiredValue(data)),
                parsed.GetValue(speed),
                ProjectFolder.Find(),
                !parsed.GetValue(noSamples)),
            cancellationToken)));
    }

    private static Option<double> Speed()
    {
        var option = new Option<double>("--speed")
        {
            HelpName = "N",
            Description = "Makes job times, waits, delays and back-offs N times shorter.",
            DefaultValueFactory = _ => 1,
        };
        option.Validators.Add(result =>
        {
            var speed = result.GetValueOrDefault<double>();
            if (!(speed is >= 1 and <= FastestSpeed))
            {
                result.AddError($"--speed is {speed}, expected a number from 1 to {FastestSpeed}.");
            }
        });
        return option;
    }

    private static async Task ServeAsync(LocalOptions options, CancellationToken cancellationToken)
    {
        await using var system = await LocalSystem.StartAsync(options, Terminal.Out.WriteLine, cancellationToken);
        await system.RunUntilAsync(cancellationToken);
    }
}
