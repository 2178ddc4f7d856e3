using CallRecording.Tests.Packages.PulumiModel.Furniture;
using Pulumi;
using Pulumi.Testing;

namespace CallRecording.Tests.Packages.PulumiModel;

public sealed class WhenAProgramFails
{
    private static readonly TestOptions Update = new() { IsPreview = false };

    [Fact]
    public async Task Its_exception_surfaces_with_type_and_message()
    {
        var thrown = await FailAsync(() => throw new InvalidDataException("No audio bucket."));

        Assert.StartsWith("Running program '", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("' failed with an unhandled exception:", thrown.Message, StringComparison.Ordinal);
        Assert.Contains("System.IO.InvalidDataException: No audio bucket.", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_for_people_surfaces_alone()
    {
        Assert.Equal("Set a region.", (await FailAsync(() => throw new RunException("Set a region."))).Message);
        Assert.Equal(
            "No room.",
            (await FailAsync(() => throw new ResourceException("No room.", null, hideStack: true))).Message);
    }

    [Fact]
    public async Task A_failure_after_a_wait_surfaces_too()
    {
        var thrown = await Assert.ThrowsAsync<RunException>(
            () => Deployment.TestAsync(new Carpenter(), Update, async () =>
            {
                await Task.Yield();
                throw new RunException("Too late.");
            }));

        Assert.Equal("Too late.", thrown.Message);
    }

    [Fact]
    public async Task A_failure_in_an_unread_output_surfaces()
    {
        var thrown = await FailAsync(
            () => Output.Create("a").Apply(string (_) => throw new RunException("This is not read.")));

        Assert.Equal("This is not read.", thrown.Message);
    }

    /// <summary>How much of what came of it is told beside it depends on who is faster.</summary>
    [Fact]
    public async Task A_failure_of_the_mocks_is_told_and_nothing_that_has_another_reason()
    {
        var refusing = new Carpenter { IdOf = args => throw new RunException($"No {args.Name}.") };

        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => Deployment.TestAsync(refusing, Update, () =>
        {
            var first = new Shelf("first");
            _ = new Shelf("second", new ShelfArgs { Label = Output.Format($"{first.Id} {first.Label}") });
            _ = new Shelf("third", options: new CustomResourceOptions { DependsOn = { first } });
        }));

        var told = thrown is AggregateException several ? several.InnerExceptions.ToList() : [thrown];
        Assert.Single(told, one => one is RunException { Message: "No first." });
        Assert.All(told, one => Assert.Contains("No first.", one.Message, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_error_in_the_log_fails_the_run_and_a_warning_does_not()
    {
        var finished = false;

        var thrown = await FailAsync(() =>
        {
            Log.Warn("Careful.");
            Log.Error("Too many.");
            finished = true;
        });

        Assert.Equal("Too many.", thrown.Message);
        Assert.True(finished);
    }

    [Fact]
    public async Task Several_errors_are_all_there()
    {
        var thrown = await Assert.ThrowsAsync<AggregateException>(
            () => Deployment.TestAsync(new Carpenter(), Update, () =>
            {
                Log.Error("One.");
                Log.Error("Two.");
            }));

        Assert.Equal(
            ["One.", "Two."], thrown.InnerExceptions.Select(inner => inner.Message).Order(StringComparer.Ordinal));
        Assert.All(thrown.InnerExceptions, inner => Assert.IsType<RunException>(inner));
    }

    [Fact]
    public async Task A_stack_says_which_output_it_left_out()
    {
        var thrown = await Assert.ThrowsAsync<RunException>(
            () => Deployment.TestAsync<Forgetful>(new Carpenter(), Update));

        Assert.Equal(
            "Output(s) 'address' have no value assigned. "
            + "[Output] attributed properties must be assigned inside Stack constructor.",
            thrown.Message);
    }

    [Fact]
    public async Task A_stack_says_which_output_is_none()
    {
        var thrown = await Assert.ThrowsAsync<RunException>(
            () => Deployment.TestAsync<Plain>(new Carpenter(), Update));

        Assert.Equal(
            "Output(s) 'address' have incorrect type. [Output] attributed properties must be instances of Output<T>.",
            thrown.Message);
    }

    [Fact]
    public async Task A_resource_needs_a_name_and_a_known_output_type()
    {
        Assert.Contains("name", (await FailAsync(() => _ = new Shelf(""))).Message, StringComparison.Ordinal);
        Assert.Contains(
            $"[Output] {typeof(Odd).FullName}.When contains invalid type System.DateTime",
            (await FailAsync(() => _ = new Odd())).Message,
            StringComparison.Ordinal);
    }

    private static Task<RunException> FailAsync(Action program)
        => Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync(new Carpenter(), Update, program));

    private sealed class Forgetful : Stack
    {
        [Output("address")]
        public Output<string>? Address { get; }
    }

    private sealed class Plain : Stack
    {
        [Output("address")]
        public string Address { get; } = "aisle 7";
    }

    private sealed class Odd() : CustomResource("test:index:Odd", "odd", null, options: null)
    {
        [Output("when")]
        public Output<DateTime> When { get; private set; } = null!; // set by the resource model
    }
}
