using System.Collections.Immutable;
using CallRecording.Infra.Settings;
using CallRecording.Tests.Infra.Program;

namespace CallRecording.Tests.Infra.Picture;

/// <summary>Any change of a value of the declared stack is a difference that a reviewer reads.</summary>
public sealed class WhenTheStackIsDrawn
{
    public static TheoryData<string> Stacks => [.. PictureStacks.Names];

    [Theory]
    [MemberData(nameof(Stacks))]
    public async Task It_is_the_picture_that_was_approved(string name)
    {
        var picture = ProgramPicture.Of(await PictureStacks.RunAsync(name));

        if (ApprovedPicture.IsBeingRenewed)
        {
            ApprovedPicture.Write(name, picture);
        }

        var difference = PictureDifference.Between(name, ApprovedPicture.Read(name), picture);
        Assert.True(difference is null, difference);
    }

    [Fact]
    public void Every_approved_picture_is_of_a_stack_that_is_drawn() => Assert.Equal(
        PictureStacks.Names.Order(StringComparer.Ordinal),
        Directory.EnumerateFiles(ApprovedPicture.Folder)
            .Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    /// <summary>A new setting belongs into the picture of every option. Those that a file must set are in
    /// each.</summary>
    [Fact]
    public void The_picture_of_every_option_leaves_no_setting_at_its_default()
    {
        // Where people sign in, an open API is nothing to insist on; the folder of the zips is this machine's.
        string[] cannotDiffer = ["AllowOpenApi", "Artifacts"];
        var every = PictureStacks.EveryOptionSettings;
        var usual = new StackSettings
        {
            Environment = "",
            Project = "dmg-inbound-callrecording",
            AccountId = "",
            Region = "",
            RecordingsBucket = "",
            AlarmEmail = "",
        };

        var untouched = typeof(StackSettings).GetProperties()
            .Where(property => property.CanWrite
                && Equals(Comparable(property.GetValue(usual)), Comparable(property.GetValue(every))))
            .Select(property => property.Name);

        Assert.Empty(untouched.Except(cannotDiffer));
    }

    [Fact]
    public void A_changed_value_is_shown_before_and_after_with_the_command_that_approves_it()
    {
        var difference = PictureDifference.Between("prod", Picture("threshold", 900.0), Picture("threshold", 90.0));

        Assert.Contains("\n-  threshold: 900\n+  threshold: 90\n", difference, StringComparison.Ordinal);
        Assert.Contains("'./test --approve'", difference, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_in_it_is_of_one_machine_or_of_one_edit_of_the_page()
    {
        var picture = ProgramPicture.Of(await TestStacks.RunAsync("dev"));

        Assert.DoesNotContain(ProjectFiles.Root, picture, StringComparison.Ordinal);
        Assert.DoesNotContain(Path.GetTempPath(), picture, StringComparison.Ordinal);
        Assert.DoesNotMatch("[0-9a-f]{64}", picture);
        Assert.Contains("  code: (archive)\n", picture, StringComparison.Ordinal);
        Assert.Contains(
            "  contentType: text/javascript; charset=utf-8\n  (files):\n    - addresses.js\n", picture,
            StringComparison.Ordinal);
    }

    /// <summary>What a reader would have to read twice to tell apart.</summary>
    [Theory]
    [InlineData("360", "value: \"360\"")]
    [InlineData("true", "value: \"true\"")]
    [InlineData("", "value: \"\"")]
    [InlineData("{ not JSON", "value: \"{ not JSON\"")]
    [InlineData("{\"b\":\"1\",\"a\":[2]}", "value: (JSON)\n    a:\n      - 2\n    b: \"1\"")]
    [InlineData("one\n two\n", "value: |\n    one\n     two")]
    [InlineData("plain", "value: plain")]
    public void Texts_are_not_taken_for_other_values(string value, string drawn) =>
        Assert.Equal($"aws:a:A one\n  {drawn}\n\noutputs\n", Picture("value", value));

    private static string Picture(string property, object value) => ProgramPicture.Of(new(
        TestStacks.Settings("dev"),
        [new("aws:a:A", "one", ImmutableDictionary<string, object>.Empty.Add(property, value), [])],
        ImmutableDictionary<string, object?>.Empty));

    private static object? Comparable(object? value) =>
        value is IReadOnlyList<string> list ? string.Join(' ', list) : value;
}
