using ResetBot.Bot.Outbox;
using ResetBot.Cards.Words;
using ResetBot.Dialogs;
using ResetBot.Dialogs.Turns;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Work;
using ResetBot.Storage;

namespace ResetBot.Bot.Turns;

/// <summary>
/// Takes a turn through the house: once only, one at a time in each conversation, and with everything that it changes and answers saved in one
/// unit of work before it returns.
/// </summary>
internal sealed partial class TurnPipeline(
    IUnitsOfWork units, DialogRunner runner, ReplyWriter writer, UnservedTurns unserved, OnceOnly once, ILogger<TurnPipeline> logger)
{
    // Whom no channel knows, nobody can write to later.
    private static readonly TimeSpan StrangersStay = TimeSpan.FromDays(2);

    private readonly KeyedLock _conversations = new();

    /// <inheritdoc cref="ITurnPipeline.RunAsync"/>
    public async Task<TurnReceipt> RunAsync(Activity activity, CancellationToken cancellation)
    {
        if (activity.Kind == ActivityKind.Other)
        {
            return TurnReceipt.Nothing;
        }

        var asked = TurnStages.Now;
        using var alone = await _conversations.EnterAsync(activity.From.Key, cancellation);
        TurnStages.Note(TurnStages.Lock, asked);
        try
        {
            return await once.RunAsync(activity, work => RunOnceAsync(work, activity, cancellation), cancellation);
        }
        catch (DirectoryUnavailableException unavailable)
        {
            LogDirectoryUnavailable(logger, unavailable);
            return await units.RunAsync(work => ApologiseAsync(work, activity, "refusal.directory", cancellation), cancellation);
        }
        catch (Exception fault) when (fault is not (OperationCanceledException or StorageBusyException))
        {
            LogTurnFailed(logger, fault);
            return await units.RunAsync(work => ApologiseAsync(work, activity, "chat.error", cancellation), cancellation);
        }
    }

    /// <summary>Tells a conversation what happened on its secure page, or to its case elsewhere.</summary>
    /// <param name="id">The id of the message that carries it: it counts once.</param>
    /// <param name="key">Which conversation.</param>
    /// <param name="turn">What happened.</param>
    /// <param name="cancellation">Ends the attempt; it is repeated later.</param>
    public async Task TellAsync(string id, string key, Turn turn, CancellationToken cancellation)
    {
        using var alone = await _conversations.EnterAsync(key, cancellation);
        await units.RunAsync(
            async work =>
            {
                if (await FindAsync(work, key, cancellation) is { } conversation && HandledActivities.Add(conversation, id))
                {
                    await AnswerAsync(work, conversation, turn, activity: null, cancellation);
                }

                return true;
            },
            cancellation);
    }

    /// <summary>Closes the pending question of a conversation if it was left alone for too long.</summary>
    public async Task ExpireAsync(string key, CancellationToken cancellation)
    {
        using var alone = await _conversations.EnterAsync(key, cancellation);
        await units.RunAsync(
            async work =>
            {
                if (await FindAsync(work, key, cancellation) is { } conversation)
                {
                    var context = new DialogContext(work, conversation, new Turn(ActivityKind.Other), cancellation);
                    var before = conversation.Question;
                    await runner.ExpireAsync(context);
                    await writer.WriteAsync(context, activity: null, before);
                    work.Save(conversation);
                }

                return true;
            },
            cancellation);
    }

    // What was begun by somebody who is not known there any more goes no further.
    private static async Task<Conversation?> FindAsync(IUnitOfWork work, string key, CancellationToken cancellation)
    {
        var conversation = await work.FindAsync<Conversation>(key, cancellation);
        if (conversation is not { IsDisowned: true })
        {
            return conversation;
        }

        conversation.Forget();
        work.Save(conversation);
        return null;
    }

    private async Task<TurnReceipt> RunOnceAsync(IUnitOfWork work, Activity activity, CancellationToken cancellation)
    {
        if (activity.Kind == ActivityKind.Group)
        {
            await unserved.OverhearAsync(work, activity, cancellation);
            return SeenActivities.Record(work, activity, await PointToPersonalChatAsync(work, activity));
        }

        var conversation = await LoadAsync(work, activity, cancellation);
        if (await unserved.RefuseAsync(work, conversation, activity, cancellation) is { } refused)
        {
            return SeenActivities.Record(work, activity, refused);
        }

        if (!activity.IsRepeatedLate && SeenActivities.MarkOf(activity) is { } mark && !HandledActivities.Add(conversation, mark))
        {
            return await once.RepeatAsync(work, activity, cancellation);
        }

        return await ReceiveAsync(work, conversation, activity, cancellation);
    }

    private async Task<TurnReceipt> PointToPersonalChatAsync(IUnitOfWork work, Activity activity)
    {
        var words = WordBook.For(activity.Locale);
        await writer.SayAsync(work, activity, words, words.Say("chat.private"));
        PersonalChatDelivery.Ask(work, activity);
        return TurnReceipt.Nothing;
    }

    private static async Task<Conversation> LoadAsync(IUnitOfWork work, Activity activity, CancellationToken cancellation)
    {
        var began = TurnStages.Now;
        var conversation = await work.FindAsync<Conversation>(activity.From.Key, cancellation)
            ?? new Conversation { Key = activity.From.Key, Reference = activity.From };
        TurnStages.Note(TurnStages.Load, began);
        return conversation;
    }

    private async Task<TurnReceipt> ReceiveAsync(IUnitOfWork work, Conversation conversation, Activity activity, CancellationToken cancellation)
    {
        conversation.Reference = Newer(conversation.Reference, activity.From);
        conversation.Locale = activity.Locale ?? conversation.Locale;
        conversation.TimeZone = activity.TimeZone ?? conversation.TimeZone;
        conversation.LeftBehindAt = activity.Address is null ? null : work.Now + StrangersStay;
        var text = activity.Choice is { } choice ? Typed(choice) : activity.Text;
        var turn = new Turn(activity.Kind, text, activity.Choice?.Prompt, Address: activity.Address);
        var receipt = await AnswerAsync(work, conversation, turn, activity, cancellation);

        // What a card's button was answered is said again when it is delivered again.
        return activity.Kind == ActivityKind.CardAction || activity.IsRepeatedLate ? SeenActivities.Record(work, activity, receipt) : receipt;
    }

    private async Task<TurnReceipt> AnswerAsync(
        IUnitOfWork work, Conversation conversation, Turn turn, Activity? activity, CancellationToken cancellation)
    {
        var context = new DialogContext(work, conversation, turn, cancellation);
        var before = conversation.Question;
        var began = TurnStages.Now;
        await runner.RunAsync(context, turn);
        began = TurnStages.Note(TurnStages.Dialog, began);
        var receipt = await writer.WriteAsync(context, activity, before);
        TurnStages.Note(TurnStages.Render, began);
        work.Save(conversation);
        return receipt;
    }

    // Nothing of the failed turn is kept: the conversation stands as it did, and the person can go on.
    private async Task<TurnReceipt> ApologiseAsync(IUnitOfWork work, Activity activity, string sentence, CancellationToken cancellation)
    {
        if (await once.FindAsync(work, activity, cancellation) is { } seen)
        {
            return seen;
        }

        var conversation = await work.FindAsync<Conversation>(activity.From.Key, cancellation);
        var words = WordBook.For(conversation?.Language ?? activity.Locale);
        await writer.SayAsync(work, activity, words, words.Say(sentence));
        var receipt = new TurnReceipt(Message: words.Say(sentence));

        // What the person was told was not done is not done by a later delivery.
        return activity.IsRepeatedLate ? SeenActivities.Record(work, activity, receipt) : receipt;
    }

    // An activity that the channel itself caused may name nobody: who the conversation belongs to stays known.
    private static ConversationReference Newer(ConversationReference known, ConversationReference now) => now with
    {
        ObjectId = now.ObjectId ?? known.ObjectId,
        TenantId = now.TenantId ?? known.TenantId,
        UserName = now.UserName.Length > 0 ? now.UserName : known.UserName,
    };

    private static string Typed(CardChoice choice) => choice.Value == "submit" ? choice.Input ?? "" : choice.Value;

    [LoggerMessage(Level = LogLevel.Error, Message = "A turn failed; nothing of it was kept, and the person was told")]
    private static partial void LogTurnFailed(ILogger logger, Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The directory did not answer during a turn")]
    private static partial void LogDirectoryUnavailable(ILogger logger, Exception unavailable);
}
