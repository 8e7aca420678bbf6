using ResetBot.Cards.Model;
using ResetBot.Cards.Words;
using ResetBot.Dialogs.Turns;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Notices;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.SecurePages;
using ResetBot.Recovery.Work;

namespace ResetBot.Dialogs.Waterfall;

/// <summary>One turn, as dialogs see it: what came in, what they may use, and what they answer.</summary>
public sealed class DialogContext(IUnitOfWork work, Conversation conversation, Turn turn, CancellationToken cancellation)
{
    private readonly List<Reply> _replies = [];

    public IUnitOfWork Work { get; } = work;

    public Conversation Conversation { get; } = conversation;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>The words in the person's language; follows a change of language at once.</summary>
    public WordBook Words => WordBook.For(Conversation.Language);

    /// <summary>What the person typed or tapped; empty when this turn is none of theirs.</summary>
    public string Text { get; } = turn.Text;

    /// <summary>The channel proves who the person is; otherwise they name an account, and nothing may tell whether it exists.</summary>
    public bool KnowsPerson => Conversation.Reference.ObjectId is not null;

    /// <summary>The person, as who acts on an account.</summary>
    public AccountActor Actor => new(Conversation.Reference.Channel, Conversation.Reference.Person, Words.Language);

    /// <summary>Where in the network the person is; empty in a channel that knows who they are.</summary>
    public string Address { get; } = turn.Address ?? "";

    /// <summary>What happened on a secure page; null when this turn is the person's.</summary>
    public PageEvent? Page { get; } = turn.Page;

    /// <summary>What happened to a case elsewhere; null when this turn is the person's.</summary>
    public CaseEvent? Event { get; } = turn.Event;

    /// <summary>How a dialog that this one began ended; null at other times.</summary>
    public DialogResult? Result { get; set; }

    /// <summary>Until when the pending question waits at least, when that is longer than a question usually waits.</summary>
    public DateTimeOffset? KeepUntil { get; set; }

    /// <summary>When the pending question is over, to the moment: the step goes on by itself then, or the question expires. Null for the usual time.</summary>
    public DateTimeOffset? WakeAt { get; set; }

    /// <summary>The pending question is asked again: buttons of its earlier card stay good.</summary>
    public bool IsRepeating { get; set; }

    public IReadOnlyList<Reply> Replies => _replies;

    /// <summary>Answers in words.</summary>
    public void Say(string name, params ReadOnlySpan<object> values) => _replies.Add(new Reply.Words(Words.Say(name, values)));

    /// <summary>Answers a button of another question than the pending one in words: the card of one that is over becomes a note.</summary>
    public void SayStale(string name)
    {
        Say(name);
        _replies.Add(new Reply.Stale());
    }

    /// <summary>Answers with a card that asks nothing.</summary>
    public void Show(ICard card) => _replies.Add(new Reply.Statement(card, Words));

    /// <summary>Asks with a card: from now on this is the pending question, and buttons of earlier ones are stale.</summary>
    /// <param name="card">The card.</param>
    /// <param name="sensitive">It holds a link and a number: it is encrypted while it waits, and is replaced when it was used.</param>
    public void Ask(ICard card, bool sensitive = false)
    {
        var drawn = card.Draw(Words);
        var asked = IsRepeating && Conversation.Question is { } known
            ? known with { IsSensitive = known.IsSensitive || sensitive }
            : new PendingQuestion(Draw.Name(Work.Now), drawn.Title, sensitive);
        Conversation.Question = asked;
        _replies.Add(new Reply.Question(drawn, Words, asked, IsRepeating));
    }

    /// <summary>Replaces the pending question's card by a note, so that what it holds is no longer offered.</summary>
    public void Settle(string note) => Settle(Conversation.Question, note);

    /// <summary>The same where nothing was answered: what the card asks or offers is over.</summary>
    public void SettleOver() => SettleOver(Conversation.Question);

    /// <summary>The same for another question of the conversation.</summary>
    internal void SettleOver(PendingQuestion? question) => Settle(question, question is { IsSensitive: true } ? "answered.closed" : "answered.over");

    private void Settle(PendingQuestion? question, string note)
    {
        var isSettled = question is null || _replies.OfType<Reply.Settled>().Any(known => known.Asked.Prompt == question.Prompt);
        if (!isSettled)
        {
            _replies.Add(new Reply.Settled(question!, Words.Say(note), IsAnswered: note == "answered.typed"));
        }
    }

    /// <summary>Takes everything from another conversation, which is told so there: what was under way in it goes on in this one.</summary>
    public void TakeFrom(Conversation other, string note)
    {
        var told = WordBook.For(other.Language).Say(note);
        _replies.Add(new Reply.Taken(other, other.Question, told));
        _replies.AddRange(other.Stack.Where(frame => frame.Covered is not null).Select(frame => new Reply.Taken(other, frame.Covered, told)));
        other.Stack.Clear();
        (other.Question, other.QuestionDueAt) = (null, null);
        Work.Save(other);
    }

    /// <summary>Says something in another conversation, in its language.</summary>
    public void Tell(Conversation other, string name, params ReadOnlySpan<object> values) =>
        _replies.Add(new Reply.Told(other, WordBook.For(other.Language).Say(name, values)));

    /// <summary>A moment in the person's time zone.</summary>
    public DateTimeOffset Local(DateTimeOffset moment) => Local(moment, Conversation.TimeZone);

    /// <summary>A moment in a time zone (IANA); in UTC where there is none, or none of this name.</summary>
    public static DateTimeOffset Local(DateTimeOffset moment, string? zone) =>
        zone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found)
            ? TimeZoneInfo.ConvertTime(moment, found)
            : moment.ToUniversalTime();
}
