using System.Text;
using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using ResetBot.Bot.Channels.Teams.Inbound;
using ResetBot.Testing.Teams;
using Xunit;

namespace ResetBot.Tests.Bot.Channels.Teams.Inbound;

public sealed class MalformedActivities
{
    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("{")]
    [InlineData("nonsense")]
    [InlineData("{\"type\":\"message\",}")]
    [InlineData("{\"type\":\"message\"} x")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("\"message\"")]
    [InlineData("{}")]
    public void What_is_no_activity_is_told_so(string body) => Refuses(Encoding.UTF8.GetBytes(body));

    [Fact]
    public void Json_nested_without_end_is_refused()
    {
        Refuses(Encoding.UTF8.GetBytes(new string('[', 100_000)));
        Refuses(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 100_000))));
        Refuses(Encoding.UTF8.GetBytes(new string('[', 65) + new string(']', 65)));
    }

    [Fact]
    public void Text_that_is_no_unicode_is_refused()
    {
        var body = TeamsWire.Message("#").ToJsonString();
        Refuses(Encoding.UTF8.GetBytes(body.Replace("\"#\"", "\"\\ud800\"", StringComparison.Ordinal)));
        Refuses([.. Encoding.UTF8.GetBytes(body).Select(value => value == (byte)'#' ? (byte)0xff : value)]);
        Refuses(Encoding.Unicode.GetBytes(body));
    }

    [Theory]
    [InlineData("type")]
    [InlineData("channelId")]
    [InlineData("serviceUrl")]
    [InlineData("conversation")]
    [InlineData("conversation.id")]
    [InlineData("from")]
    [InlineData("from.id")]
    public void A_field_that_must_be_there_is_named_when_it_is_not(string path)
    {
        foreach (JsonNode? value in new JsonNode?[] { null, JsonValue.Create(""), JsonValue.Create(7), new JsonArray(), JsonValue.Create(true) })
        {
            var why = Refuses(TeamsWire.Message("hi").Set(path, value));
            Assert.StartsWith($"'{path}", why, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("id")]
    [InlineData("replyToId")]
    [InlineData("from.id")]
    [InlineData("from.aadObjectId")]
    [InlineData("recipient.id")]
    [InlineData("conversation.id")]
    [InlineData("conversation.tenantId")]
    [InlineData("conversation.conversationType")]
    [InlineData("channelData.tenant.id")]
    [InlineData("channelId")]
    [InlineData("type")]
    public void An_id_that_no_channel_would_give_is_refused(string path)
    {
        Refuses(TeamsWire.Message("hi").Set(path, new string('x', 513)));
        Refuses(TeamsWire.Message("hi").Set(path, "a\r\nb"));
        Refuses(TeamsWire.Message("hi").Set(path, new JsonObject()));
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("/relative")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.com/")]
    [InlineData("javascript:alert(1)")]
    public void A_service_url_that_is_no_web_address_is_refused(string serviceUrl) =>
        Refuses(TeamsWire.Message("hi").With("serviceUrl", serviceUrl));

    [Fact]
    public void Members_of_the_wrong_kind_count_as_absent()
    {
        var odd = TeamsWire.Message("hi");
        foreach (var name in new[] { "text", "entities", "attachments", "value", "locale", "localTimezone", "channelData", "recipient", "textFormat" })
        {
            foreach (JsonNode value in new JsonNode[] { 7, true, "text", new JsonArray(1, "a", new JsonArray()), new JsonObject { ["id"] = "x" } })
            {
                var read = ActivityReader.Read(Encoding.UTF8.GetBytes(odd.DeepClone().AsObject().With(name, value.DeepClone()).ToJsonString()));
                Assert.IsType<ReadOutcome.Understood>(read);
            }
        }
    }

    [Fact]
    public void No_bytes_whatever_make_it_throw()
    {
        var start = Encoding.UTF8.GetBytes(TeamsWire.CardAction(new JsonObject { ["choice"] = "email" }).ToJsonString());
        var bent = Gen.Choose(0, start.Length - 1).SelectMany(at => Gen.Choose(0, 255).Select(value => (at, (byte)value))).ListOf();

        Prop.ForAll(bent.ToArbitrary(), changes =>
        {
            var body = start.ToArray();
            foreach (var (at, value) in changes)
            {
                body[at] = value;
            }

            return ActivityReader.Read(body) is not null;
        }).QuickCheckThrowOnFailure();
    }

    private static string Refuses(JsonObject activity) => Refuses(Encoding.UTF8.GetBytes(activity.ToJsonString()));

    private static string Refuses(byte[] body) => Assert.IsType<ReadOutcome.Malformed>(ActivityReader.Read(body)).Why;
}
