using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Passwords;
using ResetBot.Recovery.Secrets;

namespace ResetBot.Recovery.Operations;

/// <summary>Judges a new password by the rules of its account before anything is written.</summary>
public sealed class NewPasswordScreen(IDirectory directory, PasswordJudge judge)
{
    /// <summary>The account for which the password may be set, or what stands in the way.</summary>
    internal async Task<(Account? Account, ResetOutcome? Obstacle)> JudgeAsync(
        RecoveryCase recoveryCase, NewPassword password, CancellationToken cancellation)
    {
        try
        {
            var account = await directory.GetAsync(recoveryCase.Account, cancellation) ?? throw new DirectoryUnavailableException("the account is gone");
            var rules = await directory.PasswordRulesAsync(account.Id, cancellation);
            var verdict = judge.Judge(password, new PasswordContext(account, rules, directory.CompanyNames));
            return verdict.Passes ? (account, null) : (null, new ResetOutcome.RefusedByRules(verdict));
        }
        catch (DirectoryUnavailableException)
        {
            return (null, new ResetOutcome.Unavailable());
        }
    }
}
