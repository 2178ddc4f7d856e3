using System.Text.Json.Nodes;
using CallRecording.Workflow;
using CsCheck;

namespace CallRecording.Tests.Workflow.Notifications;

public sealed class CanonicalFormTests
{
    private static readonly Gen<string> Texts = Gen.Char['\0', '\uD7FF'].Array[0, 8]
        .Select(letters => new string(letters));

    private static readonly Gen<JsonNode?> Values = Gen.OneOf(
        Texts.Select(text => (JsonNode?)text),
        Gen.Int.Select(number => (JsonNode?)number),
        Gen.Bool.Select(truth => (JsonNode?)truth),
        Gen.Const((JsonNode?)null),
        Texts.Array[0, 4].Select(texts => (JsonNode?)new JsonArray([.. texts.Select(text => (JsonNode?)text)])));

    private static readonly Gen<(string Name, JsonNode? Value)[]> Members =
        Gen.Select(Texts, Values, (name, value) => (name, value)).Array[0, 8]
            .Select(members => members.DistinctBy(member => member.name).ToArray());

    [Fact]
    public void The_order_of_members_and_white_space_change_nothing() =>
        Members.Sample(members =>
        {
            var forwards = Message(members, indented: false);
            var backwards = Message(members.Reverse(), indented: true);

            Assert.Equal(
                CallNotification.Read(forwards).CanonicalJson(),
                CallNotification.Read(backwards).CanonicalJson());
        });

    [Fact]
    public void It_means_what_it_was_made_of() =>
        Members.Sample(members =>
        {
            var message = Message(members, indented: false);
            var canonical = CallNotification.Read(message).CanonicalJson();

            var expected = JsonNode.Parse(message)!.AsObject(); // an object, made above
            if (members.Length == 0)
            {
                expected.Remove("metadata");
            }

            Assert.True(JsonNode.DeepEquals(expected, JsonNode.Parse(canonical)), canonical);
        });

    [Fact]
    public void It_is_its_own_canonical_form() =>
        Members.Sample(members =>
        {
            var canonical = CallNotification.Read(Message(members, indented: true)).CanonicalJson();

            Assert.Equal(canonical, CallNotification.Read(canonical).CanonicalJson());
        });

    private static string Message(IEnumerable<(string Name, JsonNode? Value)> members, bool indented)
    {
        var metadata = new JsonObject();
        foreach (var (name, value) in members)
        {
            metadata[name] = value?.DeepClone();
        }

        var message = new JsonObject
        {
            ["callId"] = "c-1",
            ["audioS3Uri"] = "s3://bucket/a.wav",
            ["timestamp"] = "2024-01-01T00:00:00Z",
            ["metadata"] = metadata,
        };
        return message.ToJsonString(new() { WriteIndented = indented });
    }
}
