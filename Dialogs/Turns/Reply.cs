using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Dialogs.Turns;

/// <summary>What a dialog answers.</summary>
public abstract record Reply
{
    private Reply()
    {
    }

    /// <summary>Plain words.</summary>
    public sealed record Words(string Text) : Reply;

    /// <summary>A card that asks nothing.</summary>
    public sealed record Statement(ICard Card, WordBook Language) : Reply;

    /// <summary>A card that asks.</summary>
    public sealed record Question(Card Card, WordBook Language, PendingQuestion Asked, bool Repeats) : Reply;

    /// <summary>Another conversation lost what was under way in it: its pending question is closed, and it is told so.</summary>
    public sealed record Taken(Conversation From, PendingQuestion? Asked, string Note) : Reply;

    /// <summary>Another conversation is told something; what is under way in it goes on.</summary>
    public sealed record Told(Conversation To, string Text) : Reply;

    /// <summary>A question is settled: its card becomes a note, which says what was chosen where a button answered it.</summary>
    public sealed record Settled(PendingQuestion Asked, string Note, bool IsAnswered) : Reply;

    /// <summary>The button belongs to another question than the pending one: its card becomes a note, unless it still waits below.</summary>
    public sealed record Stale : Reply;
}
