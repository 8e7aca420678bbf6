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
                await WriteAsync($"response.url.{name}.{words.Language}", Carried(Tapped, drawn.Summary, blocks).Replacement());
                await WriteAsync($"views.publish.{name}.{words.Language}", SlackHomeTabDelivery.Request("U1", blocks));
                files += 5;
            }
        }

        await AreTypedAsync(files);
    }

    [Fact]
    public async Task Every_window_and_what_is_answered_in_its_place_has_the_types_of_Slack()
    {
        await Lab.RequireAsync("slack");
        var files = 0;
        foreach (var words in WordBook.Languages.Select(WordBook.For))
        {
            var asking = new SlackView("ResetBot", new LinkWindowCard().Draw(words), words) { Name = LinkWindowCard.Name };
            await WriteAsync($"views.open.code.{words.Language}", asking.Opening("1.2.3"));
            await WriteAsync($"view.submission.objection.{words.Language}", SlackView.Objecting(words.Say("chat.error")));
            files += 2;
            foreach (var link in (string?[])[null, "https://slack.com/app_redirect?channel=D1"])
            {
                var window = new SlackView("ResetBot of Contoso and all its daughters", new ShortcutCard(link).Draw(words), words);
                await WriteAsync($"views.open.{link is null}.{words.Language}", window.Opening("1.2.3"));
                await WriteAsync($"views.update.{link is null}.{words.Language}", window.Replacing("V1", "1.2"));
                await WriteAsync($"view.submission.{link is null}.{words.Language}", window.Answering());
                files += 3;
            }
        }

        await AreTypedAsync(files);
    }

    [Fact]
    public async Task Plain_words_and_private_answers_have_the_types_of_Slack()
    {
        await Lab.RequireAsync("slack");
        var files = 0;
        foreach (var words in WordBook.Languages.Select(WordBook.For))
        {
            var text = words.Say("chat.private");
            var blocks = BlockKitRenderer.Render(text);
            await WriteAsync($"chat.postMessage.{words.Language}", Message(null, OutgoingKind.Message), text, blocks, null);
            await WriteAsync($"chat.postEphemeral.{words.Language}", Message("U1", OutgoingKind.Message), text, blocks, null);
            await WriteAsync($"response.url.{words.Language}", Carried(Tapped, text, blocks).Replacement());
            await WriteAsync($"slash.command.{words.Language}", SlackReceipt.Answered.Privately(text, default).Answer);
            var leads = BlockKitRenderer.Render(new ShortcutCard("https://slack.com/app_redirect?channel=D1").Draw(words), "", words);
            await WriteAsync($"slash.command.link.{words.Language}", SlackReceipt.Answered.Privately(text, leads).Answer);
            files += 5;
        }

        await AreTypedAsync(files);
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

    [Theory]
    [InlineData("response.url.Wrong", """{"text":"words","replace_original":"true"}""")]
    [InlineData("view.submission.Wrong", """{"response_action":"errors","errors":"no"}""")]
    [InlineData("slash.command.Wrong", """{"response_type":"private","text":"words"}""")]
    [InlineData("files.getUploadURLExternal.Wrong", """{"filename":"words.txt"}""")]
    [InlineData("files.completeUploadExternal.Wrong", """{"files":"[{\"title\":\"words\"}]","channel_id":"D1"}""")]
    public async Task An_answer_or_an_argument_of_other_types_would_be_seen(string name, string json)
    {
        await Lab.RequireAsync("slack");
        await WriteAsync(name, Encoding.UTF8.GetBytes(json));
        var (exit, output, _) = await LabCommand.RunAsync("node", [Program("types.js"), _folder], Limit);
        Assert.Equal(1, exit);
        Assert.Contains(name + ".json: ", output, StringComparison.Ordinal);
    }

    private static string Program(string name) => Path.Combine(Lab.Folder, "slack", name);

    private static SlackMessage Message(string? user, OutgoingKind kind) => new("slack/T1/D1", "D1", user, kind, "a-prompt");

    private static SlackMessage Tapped => Message(null, OutgoingKind.Update) with { ReplaceAt = "https://hooks.slack.com/actions/T1/1/a" };

    // As it comes back from the outbox.
    private static SlackMessage Carried(SlackMessage message, string text, ReadOnlyMemory<byte> blocks) => SlackMessage.Read(SlackMessage.Write(message, text, blocks));

    private async Task AreTypedAsync(int files)
    {
        var (exit, output, errors) = await LabCommand.RunAsync("node", [Program("types.js"), _folder], Limit);
        Assert.True(exit == 0, output + errors);
        Assert.Contains($"{files} checked", output, StringComparison.Ordinal);
    }

    private Task WriteAsync(string name, SlackMessage message, string text, ReadOnlyMemory<byte> blocks, string? replaces) =>
        WriteAsync(name, Carried(message, text, blocks).Request(replaces));

    private Task WriteAsync(string name, ReadOnlyMemory<byte> json) => File.WriteAllBytesAsync(Path.Combine(_folder, name + ".json"), json.ToArray());
}
