namespace ResetBot.Recovery.SecurePages;

/// <summary>A new link: what the person gets, and what is never stored in clear.</summary>
/// <param name="Handle">The part of the address that opens the page.</param>
/// <param name="Number">The two digits that bind the page to the chat.</param>
/// <param name="OpenBy">Until when it can be opened.</param>
public sealed record IssuedLink(string Handle, string Number, DateTimeOffset OpenBy)
{
    public override string ToString() => "[link]";
}
