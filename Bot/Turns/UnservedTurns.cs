using ResetBot.Cards.Words;
using ResetBot.Dialogs.Linking;
using ResetBot.Dialogs.Turns;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Linking;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Turns;

/// <summary>
/// Refuses turns of whom nobody is served as. A personal conversation has one person: whoever else taps a card of it, or is nobody, gets nothing done. The
/// one thing that is heard is the code with which somebody whom the channel does not know is linked with their account.
/// </summary>
internal sealed class UnservedTurns(ReplyWriter writer, LinkingDesk linking)
{
    /// <summary>What a turn that is not served is answered; null when it is served.</summary>
    public async Task<TurnReceipt?> RefuseAsync(IUnitOfWork work, Conversation conversation, Activity activity, CancellationToken cancellation)
    {
        if (await FindAsync(work, conversation, activity, cancellation) is not { } unserved)
        {
            return null;
        }

        var words = WordBook.For(conversation.Language ?? activity.Locale);
        var digits = unserved.IsLinkable && activity.Kind == ActivityKind.Message ? LinkWord.DigitsIn(activity.Text) : null;
        var said = digits is null ? Refuse(work, activity, unserved, words) : await LinkAsync(work, conversation, activity, digits, words, cancellation);
        if (activity.Kind is ActivityKind.Message or ActivityKind.CardAction && !writer.Acknowledges(activity))
        {
            await writer.SayAsync(work, activity, words, said);
        }

        return new TurnReceipt(Message: said);
    }

    /// <summary>What was typed where others read it: a code in it is worth nothing any more.</summary>
    public async Task OverhearAsync(IUnitOfWork work, Activity activity, CancellationToken cancellation)
    {
        foreach (var digits in LinkWord.Exposed(activity.Text))
        {
            await linking.VoidAsync(work, digits, cancellation);
        }
    }

    // Who somebody is by a link was found out before: it may have been ended since.
    private static async Task<Unserved?> FindAsync(IUnitOfWork work, Conversation conversation, Activity activity, CancellationToken cancellation) => activity switch
    {
        { LinkedAt: { } linked } when !await ChatLinks.IsStillAsync(work, activity.From.Person, linked, cancellation) =>
            new Unserved("LinkEnded", "refusal.noIdentity") { IsLinkable = true },
        _ when IsSomebodyElse(conversation.Reference.ObjectId, activity.From.ObjectId) => new Unserved("chat.private", "chat.private"),
        { Unserved: { } why } => why,
        { Kind: ActivityKind.Message or ActivityKind.CardAction, From.ObjectId: null, Address: null } => new Unserved("refusal.noIdentity", "refusal.noIdentity"),
        _ => null,
    };

    private static string Refuse(IUnitOfWork work, Activity activity, Unserved unserved, WordBook words)
    {
        work.Append(new AuditEntry(AuditEvent.SenderRefused, null, null, activity.From.Person, new Dictionary<string, string> { ["reason"] = unserved.Why }));
        List<string> said = [words.Say(unserved.Sentence)];
        if (unserved.IsLinkable)
        {
            said.Add(words.Say("link.how"));
        }

        if (unserved.Code is { } code)
        {
            said.Add(words.Say("refusal.code", code));
        }

        return string.Join('\n', said);
    }

    private async Task<string> LinkAsync(
        IUnitOfWork work, Conversation conversation, Activity activity, string digits, WordBook words, CancellationToken cancellation)
    {
        if (digits.Length != LinkingDesk.Digits)
        {
            return words.Say("link.shape", LinkingDesk.Digits);
        }

        switch (await linking.TakeAsync(work, activity.From.Person, activity.From.UserName, digits, cancellation))
        {
            case LinkAnswer.Linked { Account: var account }:
                Own(work, conversation, activity, account);
                return words.Say("link.linked", account.UserName);
            case LinkAnswer.TooManyWrong often:
                return words.Say("link.tooMany", words.Moment(DialogContext.Local(often.Until, activity.TimeZone)));
            default:
                return words.Say("link.wrong");
        }
    }

    // From now on things are told here too, before the person writes anything more.
    private static void Own(IUnitOfWork work, Conversation conversation, Activity activity, Account account)
    {
        conversation.Forget();
        conversation.Reference = activity.From with { ObjectId = account.KnownAs };
        (conversation.Gone, conversation.Locale, conversation.TimeZone) = (false, activity.Locale ?? conversation.Locale, activity.TimeZone ?? conversation.TimeZone);
        work.Save(conversation);
    }

    private static bool IsSomebodyElse(string? owner, string? sender) =>
        owner is not null && sender is not null && !string.Equals(owner, sender, StringComparison.OrdinalIgnoreCase);
}
