using CallRecording.Tests.Packages.PulumiModel.Furniture;
using Pulumi;
using Pulumi.Testing;

namespace CallRecording.Tests.Packages.PulumiModel;

public sealed class WhenNoEngineIsThere
{
    [Fact]
    public void There_is_no_deployment()
    {
        Assert.Throws<InvalidOperationException>(() => Deployment.Instance);
        Assert.Throws<InvalidOperationException>(() => Log.Info("Hello?"));
        Assert.Throws<InvalidOperationException>(() => new Shelf("only"));
    }

    [Fact]
    public async Task A_program_does_not_run_inside_another()
    {
        var thrown = await Assert.ThrowsAsync<RunException>(
            () => Deployment.TestAsync(
                new Carpenter(), new TestOptions(), () => Deployment.TestAsync<Empty>(new Carpenter())));

        Assert.Contains("should only be set once", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_program_after_the_other_runs_by_itself()
    {
        foreach (var name in new[] { "a", "b" })
        {
            var resources = await Deployment.TestAsync(
                new Carpenter(), new TestOptions(), () => { _ = new Shelf(name); });

            Assert.Equal(name, Assert.Single(resources).GetResourceName());
        }
    }

    [Fact]
    public async Task A_stack_can_come_from_a_service_provider()
    {
        var resources = await Deployment.TestWithServiceProviderAsync<Furnished>(
            new Carpenter(), new Furniture(), new TestOptions());

        Assert.Contains(resources, resource => resource.GetResourceName() == "oak");
    }

    private sealed class Empty : Stack;

    private sealed class Furniture : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(Furnished) ? new Furnished("oak") : null;
    }

    private sealed class Furnished : Stack
    {
        public Furnished(string shelf) => _ = new Shelf(shelf);
    }
}
