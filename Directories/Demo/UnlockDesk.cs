using Dapper;
using Microsoft.Data.Sqlite;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;

namespace ResetBot.Directories.Demo;

/// <summary>Clears a lockout and forgets the wrong passwords that led to it; ends sessions.</summary>
internal sealed class UnlockDesk(DemoDatabase database, DemoPeople people, TimeProvider time)
{
    private const string Disabled = "SSPR_0009";
    private const string NotFound = "33002";
    private const string NoPermission = "33004";

    public async Task<AccountUnlock> UnlockAsync(VerifiedPerson person, CancellationToken cancellation)
    {
        DemoDirectory.Demand(person, Operation.Unlock);
        if (people.ById(person.Account.Value) is not { } entry)
        {
            return new AccountUnlock.Impossible(NotFound);
        }

        var (outcome, _) = await database.WriteAsync(
            transaction => Unlock(transaction, person, entry.Row), done => people.Keep(entry.Row, done.Row), cancellation);
        return outcome;
    }

    /// <summary>Ends every session of an account; false when there is no such account.</summary>
    public async Task<bool> EndSessionsAsync(string id, CancellationToken cancellation)
    {
        if (people.ById(id) is not { } entry)
        {
            return false;
        }

        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        await database.WriteAsync(
            transaction =>
            {
                var row = transaction.Person(entry.Row);
                transaction.Store(row);
                transaction.Connection!.Execute("UPDATE person SET sessions_valid_from = @now WHERE id = @Id", new { now, row.Id }, transaction);
                return row with { SessionsValidFrom = now };
            },
            done => people.Keep(entry.Row, done),
            cancellation);
        return true;
    }

    private (AccountUnlock Outcome, DemoRow Row) Unlock(SqliteTransaction transaction, VerifiedPerson person, DemoRow seen)
    {
        var now = time.GetUtcNow();
        var row = transaction.Person(seen);
        if (person.ExpiresAt <= now)
        {
            return (new AccountUnlock.Impossible(NoPermission), row);
        }

        if (!row.Enabled)
        {
            return (new AccountUnlock.Impossible(Disabled), row);
        }

        if (!DemoEntry.IsLocked(row, now))
        {
            return (new AccountUnlock.NotLocked(), row);
        }

        var open = row with { LockedUntil = 0 };
        transaction.Connection!.Execute("UPDATE person SET locked_until = 0 WHERE id = @Id", open, transaction);
        transaction.ForgetWrongPasswords(open.Id);
        return (new AccountUnlock.Done(), open);
    }
}
