namespace ResetBot.Recovery.SecurePages;

/// <summary>A browser that comes with a link, by what it was given before.</summary>
/// <param name="Browser">What it was given when it opened the page; empty when it has not.</param>
/// <param name="Conversation">The key of the conversation that it holds; null when it holds none.</param>
public sealed record Visitor(string Browser, string? Conversation = null)
{
    public override string ToString() => "[visitor]";
}
