using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Passwords;
using ResetBot.Recovery.Secrets;

namespace ResetBot.Recovery.Operations;

/// <summary>Judges a new password by all that is asked of it before anything is written.</summary>
public sealed class NewPasswordScreen(IDirectory directory, NewPasswordDesk passwords)
{
    /// <summary>
    /// The password that may be set, or what stands in the way. Whoever has not proved the case yet is told nothing that depends on the
    /// present password or an earlier one: a guess could be tried on it.
    /// </summary>
    internal async Task<(ScreenedPassword? Screened, PasswordOutcome? Obstacle)> JudgeAsync(
        RecoveryCase recoveryCase, NewPassword password, CancellationToken cancellation)
    {
        try
        {
            var account = await directory.GetAsync(recoveryCase.Account, cancellation) ?? throw new DirectoryUnavailableException("the account is gone");
            var isProved = recoveryCase.Status == CaseStatus.Proved;
            return await passwords.ExamineAsync(account, password, isProved, cancellation) switch
            {
                NewPasswordFinding.Good good => (new ScreenedPassword(account, good), null),
                NewPasswordFinding.Refused refused => (null, new PasswordOutcome.RefusedByRules(refused.Verdict)),
                NewPasswordFinding.TooYoung => (null, new PasswordOutcome.RefusedByDirectory(DirectoryRefusal.TooYoung)),
                NewPasswordFinding.Unavailable => (null, new PasswordOutcome.NotLookedUp()),
                var other => throw new InvalidOperationException($"unknown finding {other.GetType().Name}"),
            };
        }
        catch (DirectoryUnavailableException)
        {
            return (null, new PasswordOutcome.Unavailable());
        }
    }

    /// <summary>What the past has against it, told to a person who is proved; null when it has nothing.</summary>
    /// <exception cref="DirectoryUnavailableException">The directory does not answer.</exception>
    internal Task<DirectoryRefusal?> PastAsync(Account account, NewPassword password) =>
        passwords.PastAsync(account, password, CancellationToken.None);
}
