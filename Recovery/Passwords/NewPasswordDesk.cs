using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Passwords.Breached;
using ResetBot.Recovery.Passwords.History;
using ResetBot.Recovery.Passwords.Passphrases;
using ResetBot.Recovery.Secrets;

namespace ResetBot.Recovery.Passwords;

/// <summary>
/// Everything that is asked of a new password before the directory itself, for each operation that sets one: the rules, lists of stolen
/// passwords, our own history, and the age of the present one.
/// </summary>
public sealed class NewPasswordDesk(
    IDirectory directory, PasswordJudge judge, BreachedPasswordCheck breached, HistoryDesk history, PassphraseDesk passphrases, TimeProvider clock)
{
    /// <summary>What a page shows on which somebody chooses a password; null when there is no such account.</summary>
    /// <exception cref="DirectoryUnavailableException">The directory does not answer.</exception>
    public async Task<NewPasswordInvitation?> InviteAsync(AccountId id, string language, CancellationToken cancellation)
    {
        if (await directory.GetAsync(id, cancellation) is not { } account)
        {
            return null;
        }

        var context = await ContextAsync(account, cancellation);
        var rules = judge.RulesFor(context);
        var remembered = Math.Max(context.Directory.HistoryLength, history.LengthFor(context.Directory));
        var onSave = rules.OnSave
            .Concat(breached.IsOn ? [PasswordRule.Breached] : [])
            .Concat(remembered > 0 ? [PasswordRule.History] : []);
        return new NewPasswordInvitation(account, rules with { OnSave = [.. onSave] }, passphrases.Offer(context, language));
    }

    /// <summary>Whether a password may be saved. The later a check, the dearer it is: it is made when the earlier ones are met.</summary>
    /// <param name="account">Whose it is to be.</param>
    /// <param name="password">The password.</param>
    /// <param name="isProved">
    /// The person is proved. Nobody else is told how old the present password is and which ones were used before: ask <see cref="PastAsync"/> once
    /// they are.
    /// </param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="DirectoryUnavailableException">The directory does not answer.</exception>
    public async Task<NewPasswordFinding> ExamineAsync(Account account, NewPassword password, bool isProved, CancellationToken cancellation)
    {
        var context = await ContextAsync(account, cancellation);
        if (isProved && PasswordAge.TooYoungUntil(account, context.Directory, clock.GetUtcNow()) is { } until)
        {
            return new NewPasswordFinding.TooYoung(until);
        }

        var verdict = judge.Judge(password, context);
        if (!verdict.Passes)
        {
            return new NewPasswordFinding.Refused(verdict);
        }

        var looked = await breached.LookUpAsync(password, cancellation);
        if (looked is BreachAnswer.Present present)
        {
            return new NewPasswordFinding.Refused(verdict.And(PasswordRule.Breached, (int)Math.Min(present.Times, int.MaxValue)));
        }

        if (looked is BreachAnswer.Unavailable && !breached.GoesOnWithout)
        {
            return new NewPasswordFinding.Unavailable();
        }

        if (isProved && await history.RemembersAsync(account.Id, password, context.Directory, cancellation))
        {
            return new NewPasswordFinding.Refused(verdict.And(PasswordRule.History, found: 1));
        }

        var pending = await history.PrepareAsync(account.Id, password, context.Directory, cancellation);
        return new NewPasswordFinding.Good(pending, NotLookedUp: looked is BreachAnswer.Unavailable);
    }

    /// <summary>What the past has against a password: the present one is too young, or this one was used before; null when it has nothing.</summary>
    /// <exception cref="DirectoryUnavailableException">The directory does not answer.</exception>
    public async Task<DirectoryRefusal?> PastAsync(Account account, NewPassword password, CancellationToken cancellation)
    {
        var rules = await directory.PasswordRulesAsync(account.Id, cancellation);
        if (PasswordAge.TooYoungUntil(account, rules, clock.GetUtcNow()) is not null)
        {
            return DirectoryRefusal.TooYoung;
        }

        return await history.RemembersAsync(account.Id, password, rules, cancellation) ? DirectoryRefusal.InHistory : null;
    }

    private async Task<PasswordContext> ContextAsync(Account account, CancellationToken cancellation) =>
        new(account, await directory.PasswordRulesAsync(account.Id, cancellation), directory.CompanyNames);
}
