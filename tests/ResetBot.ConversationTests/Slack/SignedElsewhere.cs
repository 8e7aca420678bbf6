using System.Globalization;
using System.Text.Json;
using ResetBot.Testing;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;
using Xunit;

namespace ResetBot.ConversationTests.Slack;

/// <summary>What Slack's own libraries know as Slack's is let in here, and what they refuse is refused; what the bot asks for has their types.</summary>
public sealed class SignedElsewhere : IAsyncLifetime
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly string _folder = Directory.CreateTempSubdirectory("resetbot-signed-").FullName;
    private ChatHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        await Lab.RequireAsync("slack");
        _host = await ChatHost.StartAsync(new ChatHostSettings { InSlack = true, Arguments = ["Slack:SendsFiles=true"] });
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task What_Bolt_would_let_in_is_let_in_and_acts()
    {
        var chats = Enumerable.Range(0, 3).Select(_ => _host.SlackChat(_host.Somebody())).ToList();
        await WriteAsync("event", SlackWire.Message(chats[0].User, "återställ").ToJsonString(), SlackWire.Json);
        await WriteAsync("tap", SlackWire.FormOf(SlackWire.HomeTap(chats[1].User, " reset")), SlackWire.Form);
        await WriteAsync("command", SlackWire.FormOf(SlackWire.Command(chats[2].User, "C0GENERAL", "reset")), SlackWire.Form);
        await WriteAsync("verification", """{"type":"url_verification","challenge":"3eZbrw1aB"}""", SlackWire.Json);
        var answers = await SendAsync("event", "tap", "command", "verification");
        Assert.Equal(["event: 200", "tap: 200", "verification: 200 3eZbrw1aB"], [answers[0].Trim(), answers[1].Trim(), answers[3].Trim()]);
        Assert.StartsWith("command: 200 {\"response_type\":\"ephemeral\"", answers[2], StringComparison.Ordinal);
        await _host.QuietAsync();
        Assert.All(chats, chat => Assert.Equal(1, _host.Count(chat.Person, "CaseStarted")));
    }

    [Fact]
    public async Task What_Bolt_would_refuse_is_refused_and_does_nothing()
    {
        var chat = _host.SlackChat(_host.Somebody());
        var now = _host.Clock.GetUtcNow().ToUnixTimeSeconds();
        await WriteAsync("forged", chat.Message("reset").ToJsonString(), SlackWire.Json, secret: "another secret of somebody");
        await WriteAsync("stale", chat.Message("reset").ToJsonString(), SlackWire.Json, time: now - 301);
        await WriteAsync("nearly-stale", chat.Message("help").ToJsonString(), SlackWire.Json, time: now - 299, isRight: true);
        var answers = await SendAsync("forged", "stale", "nearly-stale");
        Assert.StartsWith("forged: 401", answers[0], StringComparison.Ordinal);
        Assert.StartsWith("stale: 401", answers[1], StringComparison.Ordinal);
        Assert.StartsWith("nearly-stale: 200", answers[2], StringComparison.Ordinal);
        await chat.SeesEver("What I can do");
        Assert.Equal(0, _host.Count(chat.Person, "CaseStarted"));
    }

    [Fact]
    public async Task What_is_asked_for_a_file_and_told_in_plain_words_has_the_types_of_Slack()
    {
        var chat = _host.SlackChat(_host.Somebody());
        using var password = await PageDriver.OpenAsync(await chat.Says("export my data").Sees("First show that it is you"));
        await password.SubmitAsync(("oldPassword", chat.Person.Password));
        using var page = await PageDriver.OpenAsync(await chat.Sees("Your data", "Number: "));
        await page.SubmitAsync(("chat", "1"));
        await chat.Sees("That is all that is kept about you");
        await _host.QuietAsync();
        string[] typed = ["files.getUploadURLExternal", "files.completeUploadExternal", "chat.postMessage", "chat.update"];
        var calls = _host.Slack!.Calls.Where(call => typed.Contains(call.Method)).ToList();
        Assert.Subset(calls.Select(call => call.Method).ToHashSet(), typed[..3].ToHashSet());
        foreach (var (number, call) in calls.Index())
        {
            await File.WriteAllTextAsync(Path.Combine(_folder, $"{call.Method}.{number}.json"), call.Arguments.ToJsonString());
        }

        var (exit, output, errors) = await LabCommand.RunAsync("node", [Program("types.js"), _folder], Limit);
        Assert.True(exit == 0, output + errors);
        Assert.Contains($"{calls.Count} checked", output, StringComparison.Ordinal);
    }

    private static string Program(string name) => Path.Combine(Lab.Folder, "slack", name);

    private Task WriteAsync(string name, string body, string media, long? time = null, string? secret = null, bool? isRight = null) => File.WriteAllTextAsync(
        Path.Combine(_folder, name),
        JsonSerializer.Serialize(new { body, media, time, secret, isRight = isRight ?? (time is null && secret is null) }, JsonOptions));

    private async Task<string[]> SendAsync(params string[] files)
    {
        var now = _host.Clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var (exit, output, errors) = await LabCommand.RunAsync(
            "node", [Program("send.js"), new Uri(_host.Address, "/api/slack").ToString(), SlackStandIn.SigningSecret, now, .. files.Select(file => Path.Combine(_folder, file))], Limit);
        Assert.True(exit == 0, output + errors);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    // What is null is left out: the program has something in its place.
    private static readonly JsonSerializerOptions JsonOptions = new() { DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull };
}
