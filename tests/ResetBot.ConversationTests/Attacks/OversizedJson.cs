using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Teams;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>Bodies that are too large, too deep or too many to be read, with a genuine token, and forms of that kind.</summary>
public sealed class OversizedJson(CompanyFixture fixture) : IClassFixture<CompanyFixture>
{
    private static readonly TimeSpan Quickly = TimeSpan.FromSeconds(5);

    private readonly ChatHost _host = fixture.Host;

    [Theory]
    [InlineData(64)]
    [InlineData(5_000)]
    [InlineData(200_000)]
    public async Task Json_that_is_nested_deeply_is_a_bad_request_and_does_nothing(int depth)
    {
        var (open, close) = (new string('[', depth), new string(']', depth));
        var objects = string.Concat(Enumerable.Repeat("{\"a\":", depth)) + "1" + new string('}', depth);
        foreach (var inner in (string[])[open + close, open, objects])
        {
            foreach (var member in (string[])["value", "channelData", "entities", "from"])
            {
                await DoesNothingAsync(chat => Raw(chat, member, inner), HttpStatusCode.BadRequest, HttpStatusCode.RequestEntityTooLarge);
            }
        }
    }

    [Fact]
    public Task A_body_beyond_the_ceiling_is_too_large() => DoesNothingAsync(chat => Raw(chat, "channelData", $"\"{new string('x', 1024 * 1024)}\""), HttpStatusCode.RequestEntityTooLarge);

    [Fact]
    public async Task A_number_without_end_or_a_name_that_comes_thousands_of_times_breaks_nothing()
    {
        await IsAnsweredAsync(chat => Raw(chat, "channelData", "1" + new string('0', 900_000)));
        await IsAnsweredAsync(chat => Raw(chat, "channelData", "1e" + new string('9', 9_000)));
        await IsAnsweredAsync(chat => chat.Message("help").ToJsonString()[..^1] + string.Concat(Enumerable.Repeat(",\"type\":\"message\"", 50_000)) + "}");
    }

    [Fact]
    public async Task Thousands_of_mentions_in_a_long_text_are_answered_in_time()
    {
        var mention = new JsonObject { ["type"] = "mention", ["text"] = "<at>&</at>", ["mentioned"] = new JsonObject { ["id"] = TeamsWire.BotId } };
        var mentions = new JsonArray([.. Enumerable.Range(0, 5_000).Select(_ => (JsonNode)mention.DeepClone())]);
        await IsAnsweredAsync(chat => chat.Message(string.Concat(Enumerable.Repeat("<at>", 130_000))).With("entities", mentions).ToJsonString());
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("identity")]
    public async Task What_is_compressed_is_not_unpacked(string encoding)
    {
        var chat = _host.Chat(_host.Somebody());
        using var client = new HttpClient();
        using var content = new StringContent(chat.Message("reset").ToJsonString(), Encoding.UTF8, "application/json");
        content.Headers.ContentEncoding.Add(encoding);
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_host.Address, "/api/messages")) { Content = content };
        request.Headers.TryAddWithoutValidation("Authorization", chat.Authorization!());
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        await chat.SeesNo();
    }

    [Fact]
    public async Task Forms_beyond_their_ceiling_are_refused()
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CheckCertificateRevocationList = true });
        string[] bodies =
        [
            "text=" + new string('x', 100_000), string.Join('&', Enumerable.Range(0, 3_000).Select(number => $"f{number}=1")), new string('k', 9_000) + "=1",
            string.Join('&', Enumerable.Repeat("text=a", 2_000)), string.Concat(Enumerable.Repeat("%", 60_000)), "text[" + new string('[', 9_000) + "=1",
        ];
        foreach (var body in bodies)
        {
            foreach (var path in (string[])["/", "/s/" + new string('A', 43)])
            {
                using var content = new StringContent(body, Encoding.ASCII, "application/x-www-form-urlencoded");
                using var answer = await client.PostAsync(new Uri(_host.Address, path), content);
                Assert.InRange((int)answer.StatusCode, 300, 499);
            }
        }
    }

    private static string Raw(ChatDriver chat, string member, string json)
    {
        var text = chat.Message("reset").With(member, "#raw#").ToJsonString();
        return text.Replace("\"#raw#\"", json, StringComparison.Ordinal);
    }

    private async Task DoesNothingAsync(Func<ChatDriver, string> body, params HttpStatusCode[] expected)
    {
        var before = StoredRows.Digest(_host.DataDirectory);
        Assert.Contains(await IsAnsweredAsync(body), expected);
        Assert.Equal(before, StoredRows.Digest(_host.DataDirectory));
    }

    private async Task<HttpStatusCode> IsAnsweredAsync(Func<ChatDriver, string> body)
    {
        var chat = _host.Chat(_host.Somebody());
        var sent = body(chat);
        var began = Stopwatch.GetTimestamp();
        var (status, _) = await chat.PostAsync(sent, chat.Authorization!());
        Assert.InRange(Stopwatch.GetElapsedTime(began), TimeSpan.Zero, Quickly);
        Assert.InRange((int)status, 200, 499);
        await _host.QuietAsync();
        return status;
    }
}
