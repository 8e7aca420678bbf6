using ResetBot.Recovery.Cases;
using ResetBot.Recovery.SecurePages;

namespace ResetBot.Dialogs.Turns;

/// <summary>What a conversation is to react to.</summary>
/// <param name="Kind">What came in.</param>
/// <param name="Text">What the person typed, or the word behind the button that they tapped.</param>
/// <param name="Prompt">The question that the tapped button belongs to; null for typed text.</param>
/// <param name="Page">What happened on a secure page; null when the turn is the person's.</param>
/// <param name="Event">What happened to a case elsewhere; null when the turn is the person's.</param>
/// <param name="Address">Where in the network the person is, in a channel that knows nobody; null in the others.</param>
public sealed record Turn(
    ActivityKind Kind, string Text = "", string? Prompt = null, PageEvent? Page = null, CaseEvent? Event = null, string? Address = null)
{
    /// <summary>Longer texts are not read: no answer to any question is as long.</summary>
    public const int LongestText = 4000;

    public override string ToString() => Kind.ToString();
}
