using CallRecording.Tasks.Api;
using CallRecording.Tasks.Api.Queries;

namespace CallRecording.Tests.Tasks.Api;

public sealed class ApiQueryTests
{
    [Theory]
    [InlineData("0", false)]
    [InlineData("1", true)]
    [InlineData("100", true)]
    [InlineData("101", false)]
    [InlineData("-1", false)]
    [InlineData("1.5", false)]
    [InlineData("", false)]
    [InlineData("99999999999", false)]
    public void A_limit_outside_its_bounds_is_refused(string value, bool accepted)
    {
        var problem = Record.Exception(() => Query(("limit", [value])).Whole("limit", 20, 1, 100));

        Assert.Equal(accepted, problem is null);
        Assert.True(accepted || problem!.Message == $"limit is '{value}', expected a whole number from 1 to 100.");
    }

    [Fact]
    public void An_unknown_parameter_is_refused_not_ignored()
    {
        var problem = Assert.Throws<ApiProblemException>(
            () => Query(("stauts", ["FAILED"])).AllowOnly("limit", "from"));

        Assert.Equal("'stauts' is not a parameter here; there are limit, from.", problem.Message);
    }

    [Fact]
    public void A_parameter_given_twice_is_refused() =>
        Assert.Throws<ApiProblemException>(() => Query(("limit", ["1", "2"])).Text("limit"));

    [Theory]
    [InlineData("2024-01-01T00:00:00Z", 1704067200)]
    [InlineData("2024-01-01", 1704067200)]
    [InlineData("2024-01-01T01:00:00+01:00", 1704067200)]
    public void A_moment_is_read_as_Unix_seconds(string value, long seconds) =>
        Assert.Equal(seconds, Query(("from", [value])).Moment("from"));

    [Theory]
    [InlineData("yesterday")]
    [InlineData("")]
    [InlineData("12:00")]
    [InlineData("1/2/2024")]
    [InlineData("2024-01")]
    [InlineData("2024-01-32")]
    public void A_moment_that_is_none_or_could_be_two_is_refused(string value) =>
        Assert.Throws<ApiProblemException>(() => Query(("from", [value])).Moment("from"));

    [Fact]
    public void No_query_at_all_is_an_empty_one() => Assert.Null(new ApiQuery(null).Text("limit"));

    private static ApiQuery Query(params (string Name, string[] Values)[] parameters) =>
        new(parameters.ToDictionary(one => one.Name, one => (IReadOnlyList<string>)one.Values));
}
