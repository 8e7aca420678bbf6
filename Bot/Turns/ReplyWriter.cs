using ResetBot.Cards.Answers;
using ResetBot.Cards.Words;
using ResetBot.Dialogs;
using ResetBot.Dialogs.Turns;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Turns;

/// <summary>Turns what dialogs answer into messages of the channel, saved with the turn.</summary>
internal sealed class ReplyWriter(IEnumerable<IChannelReplies> channels)
{
    /// <summary>Saves or queues the replies; for a tapped button, says what takes the place of its card.</summary>
    /// <param name="context">The turn.</param>
    /// <param name="activity">What came in; null when nothing did.</param>
    /// <param name="before">The question that was pending when the turn began.</param>
    public async Task<TurnReceipt> WriteAsync(DialogContext context, Activity? activity, PendingQuestion? before)
    {
        var conversation = context.Conversation;
        foreach (var reply in context.Replies)
        {
            await WriteAsync(context, reply, activity, before);
        }

        if (DialogStack.IsIdle(context))
        {
            conversation.Question = null;
        }

        return activity?.Kind == ActivityKind.CardAction ? await ReceiptAsync(context, activity, before) : TurnReceipt.Nothing;
    }

    /// <summary>Whether what a tapped button is answered reaches the person with its acknowledgement.</summary>
    public bool Acknowledges(Activity activity) => activity.Kind == ActivityKind.CardAction && Of(activity.From).AcknowledgesTaps;

    /// <summary>Says plain words, outside of any dialog.</summary>
    public Task SayAsync(IUnitOfWork work, Activity activity, WordBook words, string text) =>
        SendAsync(work, new ChannelReply(activity.From, words) { Text = text, ReplyToId = activity.Id });

    private async Task WriteAsync(DialogContext context, Reply reply, Activity? activity, PendingQuestion? before)
    {
        var conversation = context.Conversation;
        var answer = new ChannelReply(conversation.Reference, context.Words) { ReplyToId = activity?.Kind == ActivityKind.Message ? activity.Id : null };
        switch (reply)
        {
            case Reply.Words words:
                await SendAsync(context.Work, answer with { Text = words.Text });
                break;
            case Reply.Statement statement:
                await SendAsync(context.Work, answer with { Words = statement.Language, Card = statement.Card.Draw(statement.Language) });
                break;
            case Reply.Question question:
                await SendAsync(context.Work, answer with
                {
                    Words = question.Language,
                    Card = question.Card,
                    Prompt = question.Asked.Prompt,
                    IsSensitive = question.Asked.IsSensitive,
                });
                break;
            case Reply.Settled settled when activity?.Choice?.Prompt != settled.Asked.Prompt:
                // Whoever typed sees the answer: that the card above lost its buttons as well is a courtesy.
                var isCourtesy = activity?.Kind == ActivityKind.Message && !settled.Asked.IsSensitive;
                await SendAsync(context.Work, Closed(context, settled.Asked, settled.Note) with { IsCourtesy = isCourtesy });
                break;
            case Reply.Settled or Reply.Stale:
                break;
            case Reply.Taken taken:
                await TakeAsync(context, taken);
                break;
            case Reply.Told told:
                await SendAsync(context.Work, new ChannelReply(told.To.Reference, WordBook.For(told.To.Language)) { Text = told.Text });
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(reply), reply.GetType().Name, "no such reply");
        }
    }

    private async Task TakeAsync(DialogContext context, Reply.Taken taken)
    {
        var told = new ChannelReply(taken.From.Reference, WordBook.For(taken.From.Language));

        // The card that takes the place of the question says it; without a question it has to be said.
        await SendAsync(
            context.Work,
            taken.Asked is { } question
                ? told with { Card = new AnsweredCard(question.Title, taken.Note).Draw(told.Words), Replaces = question.Prompt }
                : told with { Text = taken.Note });
    }

    private static ChannelReply Closed(DialogContext context, PendingQuestion question, string note) =>
        new(context.Conversation.Reference, context.Words) { Card = new AnsweredCard(question.Title, note).Draw(context.Words), Replaces = question.Prompt };

    private Task SendAsync(IUnitOfWork work, ChannelReply reply) => Of(reply.To).WriteAsync(work, reply);

    private IChannelReplies Of(ConversationReference conversation) => channels.First(channel => channel.Writes(conversation.Channel));

    // The tapped card is replaced when its question is answered or over: while it still waits, its buttons must stay.
    private async Task<TurnReceipt> ReceiptAsync(DialogContext context, Activity activity, PendingQuestion? before)
    {
        if (Replacement(context, activity, before) is not { } answered)
        {
            return new TurnReceipt(Message: context.Replies.OfType<Reply.Words>().LastOrDefault()?.Text);
        }

        context.Conversation.TappedCard = CardOf(activity);
        var channel = Of(answered.To);
        if (channel.AcknowledgesTaps)
        {
            return new TurnReceipt(Card: channel.Acknowledge(answered.Card!, answered.Words));
        }

        await SendAsync(context.Work, answered with { ReplaceAt = activity.ReplaceAt });
        return TurnReceipt.Nothing;
    }

    private ChannelReply? Replacement(DialogContext context, Activity activity, PendingQuestion? before)
    {
        if (activity.Choice is not { Prompt: { } tapped } choice)
        {
            return null;
        }

        // What waits, also below another, keeps its buttons.
        var conversation = context.Conversation;
        if (conversation.Prompt == tapped || conversation.Stack.Exists(frame => frame.Covered?.Prompt == tapped))
        {
            return null;
        }

        var settled = context.Replies.OfType<Reply.Settled>().FirstOrDefault(settled => settled.Asked.Prompt == tapped);
        if ((settled?.Asked ?? before) is { } asked && asked.Prompt == tapped)
        {
            return Closed(context, asked, settled is { IsAnswered: false } ? settled.Note : Note(context, choice));
        }

        // Whoever taps twice keeps the note that says what was chosen.
        var isOver = context.Replies.OfType<Reply.Stale>().Any() && CardOf(activity) != conversation.TappedCard;
        var canBeReplaced = activity.ReplaceAt is not null || Of(context.Conversation.Reference).AcknowledgesTaps;
        return isOver && canBeReplaced
            ? Closed(context, new PendingQuestion(tapped, context.Words.Say("answered.over.title"), IsSensitive: false), context.Words.Say("answered.over"))
            : null;
    }

    private static string Note(DialogContext context, CardChoice choice) =>
        choice.Value == "submit" ? context.Words.Say("answered.typed") : context.Words.Say("answered.chosen", choice.Value);

    private static string? CardOf(Activity activity) => activity.ReplyToId ?? activity.Choice?.Prompt;
}
