using System.Collections.Concurrent;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Secrets;
using ResetBot.Testing.Conversations;

namespace ResetBot.ConversationTests.Sequences;

/// <summary>Something that the directory was asked to do to an account.</summary>
/// <param name="Account">The account, as <c>directory:id</c>.</param>
/// <param name="Case">For which case; null where no proof is asked for: sessions that end.</param>
/// <param name="Operation">What it was; null for sessions that end.</param>
/// <param name="Done">The directory did it.</param>
/// <param name="Password">The new password of an account; empty where there is none.</param>
internal sealed record Written(string Account, string? Case, Operation? Operation, bool Done, string Password = "");

/// <summary>The demonstration's directory, with a note of every write.</summary>
internal sealed class DirectoryWrites(IDirectory directory, ConcurrentQueue<Written> notes) : SurroundedDirectory(directory)
{
    public override async Task<PasswordWrite> ResetPasswordAsync(VerifiedPerson person, NewPassword password, CancellationToken cancellation)
    {
        var typed = password.Reveal().ToString();
        var outcome = await base.ResetPasswordAsync(person, password, cancellation);
        return Noted(person, outcome, outcome is PasswordWrite.Done, typed);
    }

    public override async Task<PasswordWrite> ChangePasswordAsync(
        VerifiedPerson person, CurrentPassword current, NewPassword password, CancellationToken cancellation)
    {
        var typed = password.Reveal().ToString();
        var outcome = await base.ChangePasswordAsync(person, current, password, cancellation);
        return Noted(person, outcome, outcome is PasswordWrite.Done, typed);
    }

    public override async Task<AccountUnlock> UnlockAsync(VerifiedPerson person, CancellationToken cancellation)
    {
        var outcome = await base.UnlockAsync(person, cancellation);
        return Noted(person, outcome, outcome is AccountUnlock.Done, "");
    }

    public override async Task<bool> EndSessionsAsync(AccountId account, CancellationToken cancellation)
    {
        var ended = await base.EndSessionsAsync(account, cancellation);
        notes.Enqueue(new Written(account.ToString(), null, null, ended));
        return ended;
    }

    private T Noted<T>(VerifiedPerson person, T outcome, bool done, string password)
    {
        notes.Enqueue(new Written(person.Account.ToString(), person.CaseId, person.Operation, done, password));
        return outcome;
    }
}
