using System.Globalization;
using System.Text.Json;
using ResetBot.Bot.Channels.Slack.Inbound;
using ResetBot.Bot.Channels.Slack.People;
using ResetBot.Bot.Channels.Wire;
using ResetBot.Bot.Outbox;
using ResetBot.Bot.Turns;
using ResetBot.Cards.Words;
using ResetBot.Dialogs.Turns;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;
using ResetBot.Storage;

namespace ResetBot.Bot.Channels.Slack.Outbound;

/// <summary>
/// Puts files into people's own conversations, where the configuration lets it: asks Slack for an address, sends the content there, and shares what it became.
/// https://docs.slack.dev/messaging/working-with-files#uploading_files
/// </summary>
internal sealed class SlackFiles(SlackCalls slack, SlackWorkspaces workspaces, SlackReplies replies, IUnitsOfWork units, SlackOptions options) : IChannelFiles, IDeliver
{
    public const string MessageKind = "slack-file";

    private const string Prefix = SlackTurns.Channel + "/";

    // Whoever asked for it has given up by then.
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    public bool Delivers(string kind) => kind == MessageKind;

    public bool Takes(string conversation) =>
        options.SendsFiles && conversation.StartsWith(Prefix, StringComparison.Ordinal) && SlackId.IsDirect(Place(conversation).Channel);

    public void Send(IUnitOfWork work, string conversation, ChatFile file) => work.Send(new OutgoingMessage(
        Draw.Name(), conversation, MessageKind, JsonSerializer.SerializeToUtf8Bytes(new Carried(conversation, file)), Sensitive: true, work.Now + Kept));

    public async Task<Delivery> DeliverAsync(OutboxItem item, CancellationToken cancellation)
    {
        var (conversation, file) = JsonSerializer.Deserialize<Carried>(item.Body.Span)!;
        var (home, channel) = Place(conversation);
        if (await workspaces.IsRemovedAsync(home, cancellation))
        {
            return new Delivery.Gone("the app was removed");
        }

        try
        {
            var place = await slack.AskAsync(
                home,
                "files.getUploadURLExternal",
                [new("filename", file.Name), new("length", file.Content.Length.ToString(CultureInfo.InvariantCulture))],
                cancellation);
            JsonElement? given = place.IsRight ? place.Body : null;
            if (given.Text("upload_url"u8) is not { } address || given.Text("file_id"u8) is not { } id)
            {
                return await EndAsync(place, conversation, file, cancellation);
            }

            if (!await slack.UploadAsync(address, file.Content, cancellation))
            {
                return new Delivery.Retry(null, "A file was not taken.");
            }

            var shared = await slack.AskAsync(
                home,
                "files.completeUploadExternal",
                [new("files", JsonSerializer.Serialize<object[]>([new { id, title = file.Title }])), new("channel_id", channel), new("initial_comment", file.Comment)],
                cancellation);
            return shared.IsRight ? new Delivery.Delivered(null) : await EndAsync(shared, conversation, file, cancellation);
        }
        catch (SlackUnavailableException unavailable)
        {
            return unavailable.ToDelivery();
        }
    }

    // What Slack will not do in the next minutes either is said in words: the person waits for a file.
    private async Task<Delivery> EndAsync(SlackAnswer answer, string conversation, ChatFile file, CancellationToken cancellation)
    {
        if (answer.IsPassing || answer.IsRight)
        {
            return new Delivery.Retry(answer.RetryAfter, answer.IsRight ? SlackAnswer.Unreadable : answer.Error);
        }

        if (!answer.IsClosed)
        {
            await units.RunAsync(work => SayAsync(work, conversation, file.IfLost, cancellation), cancellation);
        }

        return new Delivery.Refused(answer.Error);
    }

    private async Task<bool> SayAsync(IUnitOfWork work, string conversation, string text, CancellationToken cancellation)
    {
        if (await work.FindAsync<Conversation>(conversation, cancellation) is { Gone: false } known)
        {
            await replies.WriteAsync(work, new ChannelReply(known.Reference, WordBook.For(known.Language)) { Text = text });
        }

        return true;
    }

    private static (string Home, string Channel) Place(string conversation) => SlackSender.Apart(conversation[Prefix.Length..]);

    private sealed record Carried(string Conversation, ChatFile File);
}
