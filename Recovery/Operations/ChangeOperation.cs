using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.SecurePages;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Operations;

/// <summary>
/// Replaces a known password: the present one proves the person, and both are typed on one secure page. The new one is judged first, so that
/// one that cannot be set costs no try with the present one.
/// </summary>
public sealed class ChangeOperation(
    IDirectory directory, IUnitsOfWork units, LinkDesk links, PasswordTries tries, NewPasswordScreen screen, PasswordSettlement settlement)
{
    /// <summary>Sets the new password that was typed, with the present one, in this browser on the page with this handle.</summary>
    public async Task<PasswordOutcome> SaveAsync(
        string handle, Visitor visitor, CurrentPassword current, NewPassword password, CancellationToken cancellation)
    {
        var looked = await units.RunAsync(work => links.LookAsync(work, handle, visitor, cancellation), cancellation);
        if (looked is not LinkView.OpenHere { Link.Purpose: LinkPurpose.ChangePassword } open)
        {
            return Otherwise(PasswordTries.Otherwise(looked));
        }

        var (screened, refusal) = await screen.JudgeAsync(open.Case, password, cancellation);
        if (screened is null)
        {
            return refusal!;
        }

        if (await BeginAsync(handle, visitor, screened, cancellation) is { } obstacle)
        {
            return obstacle;
        }

        // From here on the answer is kept, whatever the browser does.
        var key = LinkDesk.KeyOf(handle);
        var (person, notProved) = await ProveAsync(key, screened, current);
        return person is null ? notProved! : await WriteAsync(key, screened, person, current, password);
    }

    private async Task<PasswordOutcome?> BeginAsync(string handle, Visitor visitor, ScreenedPassword screened, CancellationToken cancellation)
    {
        try
        {
            var rules = await directory.PasswordRulesAsync(screened.Account.Id, cancellation);
            return await units.RunAsync(
                async work =>
                {
                    if (await tries.BeginAsync(work, handle, visitor, LinkPurpose.ChangePassword, rules, cancellation) is { } obstacle)
                    {
                        return Otherwise(obstacle);
                    }

                    var link = (await work.FindAsync<SecureLink>(LinkDesk.KeyOf(handle), cancellation))!;
                    link.PasswordStamp = screened.Account.PasswordChangedAt;
                    link.Pending = screened.Finding.Pending;
                    return null;
                },
                cancellation);
        }
        catch (DirectoryUnavailableException)
        {
            return new PasswordOutcome.Unavailable();
        }
    }

    private async Task<(VerifiedPerson? Person, PasswordOutcome? Obstacle)> ProveAsync(
        string key, ScreenedPassword screened, CurrentPassword current)
    {
        PasswordCheck? check;
        try
        {
            check = await directory.CheckPasswordAsync(screened.Account.Id, current, CancellationToken.None);
        }
        catch (DirectoryUnavailableException)
        {
            check = null;
        }

        return await units.RunAsync(work => NoteAsync(work, key, screened, check), CancellationToken.None);
    }

    private async Task<(VerifiedPerson? Person, PasswordOutcome? Obstacle)> NoteAsync(
        IUnitOfWork work, string key, ScreenedPassword screened, PasswordCheck? check)
    {
        var link = (await work.FindAsync<SecureLink>(key, CancellationToken.None))!;
        var recoveryCase = (await work.FindAsync<RecoveryCase>(link.CaseId, CancellationToken.None))!;
        if (link.State != LinkState.Working)
        {
            return (null, check is null && link.State == LinkState.Open ? new PasswordOutcome.Unavailable() : new PasswordOutcome.Gone());
        }

        var record = await AccountRecord.OfAsync(work, recoveryCase.Account, CancellationToken.None);
        work.Save(link);
        if (check is PasswordCheck.Right or PasswordCheck.MustChange && recoveryCase.LinkKey == key && recoveryCase.IsOpen(work.Now))
        {
            _ = tries.Note(work, link, recoveryCase, record, check);
            if (settlement.Prove(work, recoveryCase, record, screened.Account) is not { } person)
            {
                return (null, await settlement.ForbidAsync(work, link, recoveryCase));
            }

            work.Append(recoveryCase.Entry(AuditEvent.ChangeIntended, screened.Details));
            return (person, null);
        }

        link.Reopen(recoveryCase);
        return check is PasswordCheck.Right or PasswordCheck.MustChange
            ? (null, new PasswordOutcome.Gone())
            : (null, Otherwise(tries.Note(work, link, recoveryCase, record, check)));
    }

    // What the past has against it is told only now, to a person who is proved.
    private Task<PasswordOutcome> WriteAsync(
        string key, ScreenedPassword screened, VerifiedPerson person, CurrentPassword current, NewPassword password) =>
        settlement.WriteAsync(key, screened, async () => await screen.PastAsync(screened.Account, password) is { } past
            ? new PasswordWrite.RefusedByPolicy(past)
            : await directory.ChangePasswordAsync(person, current, password, CancellationToken.None));

    private static PasswordOutcome Otherwise(ProofOutcome proof) => proof switch
    {
        ProofOutcome.Right => new PasswordOutcome.Done(),
        ProofOutcome.Wrong => new PasswordOutcome.CurrentIsWrong(),
        ProofOutcome.Paused => new PasswordOutcome.Paused(),
        ProofOutcome.CannotSignIn => new PasswordOutcome.CannotSignIn(),
        ProofOutcome.Busy => new PasswordOutcome.Busy(),
        ProofOutcome.Unavailable => new PasswordOutcome.Unavailable(),
        ProofOutcome.Gone => new PasswordOutcome.Gone(),
        _ => throw new InvalidOperationException($"unknown outcome {proof.GetType().Name}"),
    };
}
