using System.Text.Json;
using System.Text.Json.Nodes;
using ResetBot.Cards.Answers;
using ResetBot.Cards.Model;
using ResetBot.Cards.Rendering;
using ResetBot.Cards.Words;
using ResetBot.Dialogs;
using ResetBot.Dialogs.Turns;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Turns;

/// <summary>Turns what dialogs answer into messages of the channel, saved with the turn.</summary>
internal sealed class ReplyWriter
{
    /// <summary>Queues the replies; for a tapped button, says what takes the place of its card.</summary>
    /// <param name="context">The turn.</param>
    /// <param name="activity">What came in; null when nothing did.</param>
    /// <param name="before">The question that was pending when the turn began.</param>
#pragma warning disable CA1822 // It belongs to the pipeline's services; channels of other formats will bring renderers to it.
    public TurnReceipt Write(DialogContext context, Activity? activity, PendingQuestion? before)
    {
        var conversation = context.Conversation;
        foreach (var reply in context.Replies)
        {
            Queue(context, reply, activity, before);
        }

        if (DialogStack.IsIdle(context))
        {
            conversation.Prompt = null;
            conversation.PromptTitle = null;
        }

        return activity?.Kind == ActivityKind.CardAction ? Receipt(context, activity, before) : TurnReceipt.Nothing;
    }

    /// <summary>Queues plain words, outside of any dialog.</summary>
    public void Say(IUnitOfWork work, Activity activity, string text) =>
        Send(work, new OutgoingActivity { To = activity.From, Kind = OutgoingKind.Message, Text = text, ReplyToId = activity.Id }, sensitive: false);
#pragma warning restore CA1822

    private static void Queue(DialogContext context, Reply reply, Activity? activity, PendingQuestion? before)
    {
        var conversation = context.Conversation;
        var replyTo = activity?.Kind == ActivityKind.Message ? activity.Id : null;
        switch (reply)
        {
            case Reply.Words words:
                Send(context.Work, new OutgoingActivity { To = conversation.Reference, Kind = OutgoingKind.Message, Text = words.Text, ReplyToId = replyTo }, false);
                break;
            case Reply.Statement statement:
                SendCard(context, statement.Card.Draw(statement.Language), "", statement.Language, replyTo, sensitive: false);
                break;
            case Reply.Question question:
                var card = question.Card.Draw(question.Language);
                if (!question.Repeats || conversation.Prompt is null)
                {
                    conversation.Prompt = Draw.Name();
                    conversation.PromptTitle = card.Title;
                }

                SendCard(context, card, conversation.Prompt, question.Language, replyTo, question.Sensitive);
                break;
            case Reply.Settled settled when before is not null && activity?.Choice?.Prompt != before.Prompt:
                Replace(context, before.Prompt, new AnsweredCard(before.Title, settled.Note));
                break;
            case Reply.Settled:
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(reply), reply.GetType().Name, "no such reply");
        }
    }

    private static void SendCard(DialogContext context, Card card, string prompt, WordBook words, string? replyTo, bool sensitive)
    {
        var outgoing = new OutgoingActivity
        {
            To = context.Conversation.Reference,
            Kind = OutgoingKind.Message,
            Card = AdaptiveCardRenderer.Render(card, prompt, words),
            Summary = card.Summary,
            ReplyToId = replyTo,
            TrackAs = prompt.Length > 0 ? prompt : null,
        };
        Send(context.Work, outgoing, sensitive);
    }

    private static void Replace(DialogContext context, string prompt, AnsweredCard card)
    {
        var drawn = card.Draw(context.Words);
        var outgoing = new OutgoingActivity
        {
            To = context.Conversation.Reference,
            Kind = OutgoingKind.Update,
            Card = AdaptiveCardRenderer.Render(drawn, "", context.Words),
            Summary = drawn.Summary,
            TrackAs = prompt,
        };
        Send(context.Work, outgoing, sensitive: false);
    }

    private static void Send(IUnitOfWork work, OutgoingActivity activity, bool sensitive) =>
        work.Send(new OutgoingMessage(Draw.Name(), activity.To.Key, activity.To.Channel, JsonSerializer.Serialize(activity), sensitive));

    // The tapped card is replaced only when its question is answered: while it still waits, its buttons must stay.
    private static TurnReceipt Receipt(DialogContext context, Activity activity, PendingQuestion? before)
    {
        var tapped = activity.Choice?.Prompt;
        if (before is not null && tapped == before.Prompt && context.Conversation.Prompt != before.Prompt)
        {
            var note = activity.Choice!.Value == "submit"
                ? context.Words.Say("answered.typed")
                : context.Words.Say("answered.chosen", activity.Choice.Value);
            JsonNode card = AdaptiveCardRenderer.Render(new AnsweredCard(before.Title, note).Draw(context.Words), "", context.Words);
            return new TurnReceipt(Card: card);
        }

        var said = context.Replies.OfType<Reply.Words>().LastOrDefault()?.Text;
        return new TurnReceipt(Message: said);
    }
}
