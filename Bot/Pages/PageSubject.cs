using ResetBot.Bot.Notifications;
using ResetBot.Cards.Words;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.SecurePages;

namespace ResetBot.Bot.Pages;

/// <summary>Says what a page is about.</summary>
internal sealed class PageSubject(IDirectory directory)
{
    /// <summary>
    /// What the page would open, and where that was asked for: whoever was sent the link by somebody else reads it here. Where nobody is known the
    /// account is not named.
    /// </summary>
    public async Task<string> AboutAsync(LinkView.OpenHere open, WordBook words, CancellationToken cancellation)
    {
        var (purpose, place) = (words.Say(Purposes.Of(open.Case.Operation)), words.Say("place." + open.Case.Conversation.Split('/')[0]));
        return open.Case.BelongsToBrowser
            ? words.Say("page.about.here", place, purpose)
            : words.Say("page.about.there", place, purpose, Mask.Address(await NameAsync(open.Case.Account, cancellation)));
    }

    /// <summary>What the account is called. Apps list their codes by it, and it proves nothing: while the directory is silent the id does as well.</summary>
    public async Task<string> NameAsync(AccountId account, CancellationToken cancellation)
    {
        try
        {
            return (await directory.GetAsync(account, cancellation))?.UserName ?? account.Value;
        }
        catch (DirectoryUnavailableException)
        {
            return account.Value;
        }
    }
}
