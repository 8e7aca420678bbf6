using System.Globalization;
using System.Text.Json;
using ResetBot.Bot.Channels.Slack.Inbound;
using ResetBot.Bot.Channels.Slack.People;
using ResetBot.Bot.Channels.Wire;
using ResetBot.Bot.Outbox;
using ResetBot.Bot.Turns;
using ResetBot.Cards.Words;
using ResetBot.Dialogs.Turns;
using ResetBot.Recovery.Privacy;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;
using ResetBot.Storage;

namespace ResetBot.Bot.Channels.Slack.Outbound;

/// <summary>
/// Puts files into people's own conversations, where the configuration lets it: asks Slack for an address, sends the content there, and shares what it became.
/// https://docs.slack.dev/messaging/working-with-files#uploading_files
/// </summary>
internal sealed class SlackFiles(
    SlackCalls slack, SlackWorkspaces workspaces, SlackReplies replies, IUnitsOfWork units, SlackOptions options) : IChannelFiles, IDeliver
{
    public const string MessageKind = "slack-file";

    private const string Prefix = SlackTurns.Channel + "/";

    // Whoever asked for it has given up by then.
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    public bool Delivers(string kind) => kind == MessageKind;

    public bool Takes(string conversation) =>
        options.SendsFiles && conversation.StartsWith(Prefix, StringComparison.Ordinal) && SlackId.IsDirect(Place(conversation).Channel);

    public async Task SendAsync(IUnitOfWork work, string conversation, ChatFile file, CancellationToken cancellation)
    {
        var owner = (await work.FindAsync<Conversation>(conversation, cancellation))?.Owner;
        var body = JsonSerializer.SerializeToUtf8Bytes(new Carried(conversation, owner, work.Now, file));

        // A lane of its own: where files are not let through, answers are.
        work.Send(new OutgoingMessage(Draw.Name(), conversation + " file", MessageKind, body, Sensitive: true));
    }

    public async Task<Delivery> DeliverAsync(OutboxItem item, CancellationToken cancellation)
    {
        var carried = JsonSerializer.Deserialize<Carried>(item.Body.Span)!;
        if (await workspaces.IsRemovedAsync(Place(carried.Conversation).Home, cancellation)
            || await units.RunAsync(work => AgeAsync(work, carried, cancellation), cancellation) is not { } age)
        {
            return new Delivery.Gone("it is given to nobody any more");
        }

        try
        {
            return age > Kept ? await EndAsync("it took longer than an hour", carried, cancellation) : await UploadAsync(carried, cancellation);
        }
        catch (SlackUnavailableException unavailable)
        {
            return unavailable.ToDelivery();
        }
    }

    private async Task<Delivery> UploadAsync(Carried carried, CancellationToken cancellation)
    {
        var (file, (home, channel)) = (carried.File, Place(carried.Conversation));
        var place = await slack.AskAsync(
            home,
            "files.getUploadURLExternal",
            [new("filename", file.Name), new("length", file.Content.Length.ToString(CultureInfo.InvariantCulture))],
            cancellation);
        JsonElement? given = place.IsRight ? place.Body : null;
        if (given.Text("upload_url"u8) is not { } address || given.Text("file_id"u8) is not { } id)
        {
            return await JudgeAsync(place.IsRight ? place with { Error = SlackAnswer.Unreadable } : place, carried, cancellation);
        }

        if (await slack.UploadAsync(address, file.Content, cancellation) is { } refused)
        {
            return await JudgeAsync(refused, carried, cancellation);
        }

        var shared = await slack.AskAsync(
            home,
            "files.completeUploadExternal",
            [new("files", JsonSerializer.Serialize<object[]>([new { id, title = file.Title }])), new("channel_id", channel), new("initial_comment", file.Comment)],
            cancellation);
        return shared.IsRight ? new Delivery.Delivered(null) : await JudgeAsync(shared, carried, cancellation);
    }

    // What Slack, or an administrator, may let through in a while is tried again.
    private async Task<Delivery> JudgeAsync(SlackAnswer answer, Carried carried, CancellationToken cancellation) =>
        answer.IsPassing || answer.IsRefusedToken ? new Delivery.Retry(answer.RetryAfter, answer.Error) : await EndAsync(answer.Error, carried, cancellation);

    // The person waits for it.
    private async Task<Delivery> EndAsync(string why, Carried carried, CancellationToken cancellation)
    {
        await units.RunAsync(
            async work =>
            {
                if (await work.FindAsync<Conversation>(carried.Conversation, cancellation) is { Gone: false } known)
                {
                    await replies.WriteAsync(work, new ChannelReply(known.Reference, WordBook.For(known.Language)) { Text = carried.File.IfLost });
                }

                return true;
            },
            cancellation);
        return new Delivery.Refused(why);
    }

    // Null when it is given to nobody: since it was asked for its person may have stopped everything, or the chat may have become somebody else's.
    private static async Task<TimeSpan?> AgeAsync(IUnitOfWork work, Carried carried, CancellationToken cancellation) =>
        await work.FindAsync<Conversation>(carried.Conversation, cancellation) is { Gone: false } now && now.Owner == carried.Owner
        && await PrivacyDesk.MayStillBeGivenAsync(work, carried.File.CaseId, cancellation)
            ? work.Now - carried.At
            : null;

    private static (string Home, string Channel) Place(string conversation) => SlackSender.Apart(conversation[Prefix.Length..]);

    private sealed record Carried(string Conversation, string? Owner, DateTimeOffset At, ChatFile File);
}
