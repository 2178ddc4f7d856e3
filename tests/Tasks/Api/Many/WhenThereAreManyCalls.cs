using System.Text.Json.Nodes;
using CallRecording.Tasks.Calls.Reading;
using CallRecording.Tests.Emulators.Node;
using CsCheck;

namespace CallRecording.Tests.Tasks.Api.Many;

[Collection(LargeItemsCollection.Name)]
[Trait("Speed", "Slow")]
public sealed class WhenThereAreManyCalls(RunningEmulators emulators)
{
    private const int Few = 1_000;
    private const int Many = 10_000;
    private const int Questions = 30;

    /// <summary>There are as many even where there are few calls.</summary>
    private const int PageOfTwo = 2;

    private const long End = ManyCalls.Start + (Many / 2 * ManyCalls.SecondsBetween);

    private static readonly Question Everything = new(null, null, [], null, null);

    private static readonly Gen<Question> AnyQuestion = Gen.Select(
        OneOf<string?>(null, null, "SUCCESS", "FAILED", "IN_PROGRESS"),
        OneOf<string?>([null, null, null, .. ManyCalls.AllCategories]),
        OneOf(ManyCalls.AllWords).HashSet[0, 3],
        Gen.OneOf(Gen.Const((long?)null), Gen.Long[ManyCalls.Start, End].Select(from => (long?)from)),
        Gen.OneOf(Gen.Const((long?)null), Gen.Long[0, End - ManyCalls.Start].Select(length => (long?)length)),
        (status, category, words, from, length) => new Question(
            status, category, [.. words], from, length is null ? null : (from ?? ManyCalls.Start) + length));

    [Fact]
    public async Task Every_question_is_answered_in_full_and_with_few_requests()
    {
        using var calls = await ManyCalls.CreateAsync(emulators, Many);
        using var answers = new Answers(emulators, calls);

        await Gen.Select(AnyQuestion, OneOf(37, 100)).SampleAsync(
            async (question, limit) =>
            {
                var expected = calls.All.Where(question.Allows).ToList();

                AssertSame(expected, await answers.ListAsync(question, limit));
                Assert.Equal(expected.Count, await answers.CountAsync(question));
                AssertSame(expected, await answers.ExportAsync(question, limit));
            },
            iter: Questions,
            threads: 1);
        AssertSame(calls.All.Where(Everything.Allows).ToList(), await answers.ListAsync(Everything, 100));
        await AssertOverviewAsync(calls, answers);
    }

    [Fact]
    public async Task What_an_answer_takes_does_not_grow_with_their_number()
    {
        Question[] questions =
        [
            Everything,
            Everything with { Status = "FAILED" },
            Everything with { Words = ["the"] },
            Everything with { Words = ["the", "zebra"] },
            Everything with { Words = ["the"], Category = "Praise" },
            Everything with { Words = ["the"], Status = "SUCCESS" },
        ];
        using var few = await ManyCalls.CreateAsync(emulators, Few);
        using var many = await ManyCalls.CreateAsync(emulators, Many);

        foreach (var question in questions)
        {
            var (ofFew, ofMany) = (await FirstPageAsync(few, question), await FirstPageAsync(many, question));

            Assert.True(ofMany <= ofFew, $"{question}: {ofFew} requests of {Few} calls, {ofMany} of {Many}.");
        }

        using var answers = new Answers(emulators, many);
        Assert.Empty(await answers.ListAsync(Everything with { Words = ManyCalls.Opposites }, 100));
        // Only calls that succeeded have words: who looks for others has to go through all of them.
        Assert.Empty(await answers.ListAsync(Everything with { Words = ["the"], Status = "FAILED" }, 100));
        Assert.InRange(answers.MaxRequests["/analytics"], 2, RequestBudget.OfAnAnswer);
        Assert.True(answers.ShortPages["/analytics"] > 0, "No page was cut short.");
    }

    private static Gen<T> OneOf<T>(params T[] choices) => Gen.Int[0, choices.Length - 1].Select(at => choices[at]);

    private async Task<int> FirstPageAsync(ManyCalls calls, Question question)
    {
        using var answers = new Answers(emulators, calls);
        Assert.Equal(PageOfTwo, (await answers.FirstAsync(question, PageOfTwo)).Count);
        return answers.MaxRequests["/analytics"];
    }

    private static async Task AssertOverviewAsync(ManyCalls calls, Answers answers)
    {
        var there = calls.All.Where(Everything.Allows).ToList();
        var pages = await answers.OverviewAsync(Everything);

        Assert.Equal(there.Count, pages.Sum(page => (int)page["count"]!));
        Assert.Equal(
            there.SelectMany(call => call.Categories).CountBy(category => category).OrderBy(pair => pair.Key),
            Sums(pages, "categories", "category", one => (int)one["count"]!));
        Assert.Equal(
            there.CountBy(call => DateTimeOffset.FromUnixTimeSeconds(call.EpochSeconds).ToString("yyyy-MM-dd"))
                .OrderBy(pair => pair.Key),
            Sums(pages, "days", "date", one => one["statuses"]!.AsObject().Sum(status => (int)status.Value!)));
        Assert.Equal(
            there.Where(call => call.Status == "SUCCESS").Sum(call => call.ProcessingSeconds),
            pages.Sum(page => (decimal)page["processing"]!["total_seconds"]!));
    }

    private static IEnumerable<KeyValuePair<string, int>> Sums(
        List<JsonObject> pages, string list, string key, Func<JsonObject, int> count) => pages
        .SelectMany(page => page[list]!.AsArray())
        .Select(one => one!.AsObject())
        .AggregateBy(one => (string)one[key]!, 0, (sum, one) => sum + count(one))
        .OrderBy(pair => pair.Key);

    private static void AssertSame(IReadOnlyList<KnownCall> expected, List<JsonObject> items)
    {
        Assert.Equal(
            expected.Select(call => call.CallId).Order(StringComparer.Ordinal),
            items.Select(item => (string)item["call_id"]!).Order(StringComparer.Ordinal));
        Assert.Equal(
            expected.Select(call => call.EpochSeconds).OrderDescending(),
            items.Select(item => (long)item["epchdatetimestamp"]!));
    }
}
