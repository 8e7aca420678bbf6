using System.Text;
using System.Text.Json;
using ResetBot.Bot.Channels.Slack.Home;
using ResetBot.Bot.Channels.Slack.Inbound;
using ResetBot.Bot.Channels.Slack.Outbound;
using ResetBot.Bot.Channels.Slack.Windows;
using ResetBot.Cards.Answers;
using ResetBot.Cards.Questions;
using ResetBot.Cards.Rendering;
using ResetBot.Cards.Words;
using ResetBot.Dialogs.Turns;
using ResetBot.Testing;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Processes;
using ResetBot.Testing.Slack;
using ResetBot.Tests.Cards;
using Xunit;

namespace ResetBot.Tests.Bot.Channels.Slack;

/// <summary>What we send, how we check, and what stands in for Slack here, against Slack's own libraries.</summary>
public sealed class SlackLibraries : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private readonly string _folder = Directory.CreateTempSubdirectory("resetbot-slack-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_message_has_the_types_of_Slack()
    {
        await Lab.RequireAsync("slack");
        var files = 0;
        foreach (var words in WordBook.Languages.Select(WordBook.For))
        {
            foreach (var (name, card) in CardSamples.All)
            {
                var drawn = card.Draw(words);
                var blocks = BlockKitRenderer.Render(drawn, "a-prompt", words);
                await WriteAsync($"chat.postMessage.{name}.{words.Language}", Message(null, OutgoingKind.Message), drawn.Summary, blocks, null);
                await WriteAsync($"chat.postEphemeral.{name}.{words.Language}", Message("U1", OutgoingKind.Message), drawn.Summary, blocks, null);
                await WriteAsync($"chat.update.{name}.{words.Language}", Message(null, OutgoingKind.Update), drawn.Summary, blocks, "1.000001");
                await File.WriteAllBytesAsync(Path.Combine(_folder, $"views.publish.{name}.{words.Language}.json"), SlackHomeTabDelivery.Request("U1", blocks).ToArray());
                files += 4;
            }

            var asking = new SlackView("ResetBot", new LinkWindowCard().Draw(words), words) { Name = LinkWindowCard.Name };
            await File.WriteAllBytesAsync(Path.Combine(_folder, $"views.open.code.{words.Language}.json"), asking.Opening("1.2.3").ToArray());
            files++;
            foreach (var link in (string?[])[null, "https://slack.com/app_redirect?channel=D1"])
            {
                var window = new SlackView("ResetBot of Contoso and all its daughters", new ShortcutCard(link).Draw(words), words);
                await File.WriteAllBytesAsync(Path.Combine(_folder, $"views.open.{link is null}.{words.Language}.json"), window.Opening("1.2.3").ToArray());
                await File.WriteAllBytesAsync(Path.Combine(_folder, $"views.update.{link is null}.{words.Language}.json"), window.Replacing("V1", "1.2").ToArray());
                files += 2;
            }
        }

        var (exit, output, errors) = await LabCommand.RunAsync("node", [Program("types.js"), _folder], Limit);
        Assert.True(exit == 0, output + errors);
        Assert.Contains($"{files} checked", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"type":"header","text":{"type":"mrkdwn","text":"Title"}}""")]
    [InlineData("""{"type":"data_table","caption":"Caption","rows":[[{"type":"raw_number","text":"1"}]]}""")]
    [InlineData("""{"type":"data_visualization","title":"Title","chart":{"type":"pie","segments":[{"name":"Email","value":1}]}}""")]
    public async Task A_message_of_other_types_would_be_seen(string block)
    {
        await Lab.RequireAsync("slack");
        await WriteAsync("chat.postMessage.Wrong", Message(null, OutgoingKind.Message), "text", Encoding.UTF8.GetBytes($"[{block}]"), null);
        var (exit, output, _) = await LabCommand.RunAsync("node", [Program("types.js"), _folder], Limit);
        Assert.Equal(1, exit);
        Assert.Contains("chat.postMessage.Wrong.json", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bolt_and_we_accept_the_same_signatures()
    {
        await Lab.RequireAsync("slack");
        const long Now = 1772438400;
        var right = SlackSignature.Of(SlackStandIn.SigningSecret, Now, "{\"å\":1}"u8);
        (string Name, long Time, string Signature, string Body)[] requests =
        [
            ("right", Now, right, "{\"å\":1}"),
            ("old", Now - 299, SlackSignature.Of(SlackStandIn.SigningSecret, Now - 299, "{}"u8), "{}"),
            ("stale", Now - 301, SlackSignature.Of(SlackStandIn.SigningSecret, Now - 301, "{}"u8), "{}"),
            ("bent", Now, right, "{\"å\":2}"),
            ("forged", Now, SlackSignature.Of("another secret of somebody", Now, "{}"u8), "{}"),
            ("version", Now, "v1" + right[2..], "{\"å\":1}"),
        ];
        foreach (var (name, time, signature, body) in requests)
        {
            await File.WriteAllTextAsync(Path.Combine(_folder, name), JsonSerializer.Serialize(new { time, signature, body, now = Now }));
        }

        var (_, output, errors) = await LabCommand.RunAsync(
            "node", [Program("verify.js"), SlackStandIn.SigningSecret, .. requests.Select(request => Path.Combine(_folder, request.Name))], Limit);
        var bolt = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.EndsWith(": yes", StringComparison.Ordinal));
        var ours = requests.Select(request => SlackSignature.IsRight(
            request.Signature, $"{request.Time}", Encoding.UTF8.GetBytes(request.Body), DateTimeOffset.FromUnixTimeSeconds(Now), [SlackStandIn.SigningSecret]));
        Assert.True(bolt.Any(), errors);
        Assert.Equal([true, true, false, false, false, false], bolt);
        Assert.Equal(bolt, ours);
    }

    [Fact]
    public async Task Slacks_own_client_takes_the_stand_in_for_Slack()
    {
        await Lab.RequireAsync("slack");
        await using var slack = await SlackStandIn.StartNewAsync();
        var user = slack.Join(Person.Alex);
        slack.Limits.Set("chat.postMessage", 2, TimeSpan.FromMinutes(1), TimeProvider.System);
        var (exit, output, errors) = await LabCommand.RunAsync("node", [Program("client.js"), slack.ApiUrl.ToString(), SlackStandIn.BotToken, user.Id], Limit);
        Assert.True(exit == 0, output + errors);
        Assert.Contains("a limit: after", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "T0ONE")]
    [InlineData(true, "E0ORG")]
    public async Task Slacks_own_library_installs_an_app_with_the_stand_in_and_renews_and_exchanges_its_tokens(bool isWhole, string key)
    {
        await Lab.RequireAsync("slack");
        await using var slack = await SlackStandIn.StartNewAsync(isInstalled: true);
        var before = slack.Installs.InstalledIn(new SlackWorkspace("T0BEFORE"));
        slack.Installs.Rotates = true;
        slack.Installs.Chosen = new SlackWorkspace("T0ONE", isWhole ? "E0ORG" : null, isWhole);
        var (exit, output, errors) = await LabCommand.RunAsync(
            "node", [Program("oauth.js"), slack.ApiUrl.ToString(), $"{slack.Address}oauth/v2/authorize", SlackInstalls.ClientId, SlackInstalls.ClientSecret, before], Limit);
        Assert.True(exit == 0, output + errors);
        Assert.Equal($"installed: {key}\nrenewed\nnot renewed twice\nrevoked\nexchanged\n", output);
    }

    [Fact]
    public async Task Slacks_own_client_takes_the_stand_ins_connections_for_Slacks()
    {
        await Lab.RequireAsync("slack");
        await using var slack = await SlackStandIn.StartNewAsync(usesSockets: true);
        var user = slack.Join(Person.Alex);
        await using var client = ChildProcess.Start("node", [Program("socket.js"), slack.ApiUrl.ToString(), SlackSockets.AppToken], _folder);
        await client.SaysAsync("connected", Limit);
        await slack.Sockets.DeliverAsync("events_api", SlackWire.Message(user, "hello"));
        await client.SaysAsync("events_api: hello (0)", Limit);
        var answer = await slack.Sockets.DeliverAsync("interactive", SlackWire.Tap(user, "a-prompt reset", null));
        Assert.Equal("heard interactive", (string?)answer?["text"]);

        // Told to leave, it comes back by itself.
        await slack.Sockets.Lines[0].AskToLeaveAsync("refresh_requested");
        await slack.Sockets.UntilAsync(() => slack.Sockets.Opened == 2 && slack.Sockets.Lines.Count == 1);
        answer = await slack.Sockets.DeliverAsync("slash_commands", SlackWire.CommandOf(user, user.Direct, "stop"));
        Assert.Equal("heard slash_commands", (string?)answer?["text"]);
        await client.SaysAsync("stopped", Limit);
    }

    private static string Program(string name) => Path.Combine(Lab.Folder, "slack", name);

    private static SlackMessage Message(string? user, OutgoingKind kind) => new("slack/T1/D1", "D1", user, kind, "a-prompt");

    private Task WriteAsync(string name, SlackMessage message, string text, ReadOnlyMemory<byte> blocks, string? replaces)
    {
        var queued = SlackMessage.Read(SlackMessage.Write(message, text, blocks));
        return File.WriteAllBytesAsync(Path.Combine(_folder, name + ".json"), queued.Request(replaces).ToArray());
    }
}
