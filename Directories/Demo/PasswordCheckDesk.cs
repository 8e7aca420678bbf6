using Dapper;
using Microsoft.Data.Sqlite;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Secrets;

namespace ResetBot.Directories.Demo;

/// <summary>
/// Checks a password and counts the wrong ones. The comparing is slow by design and happens outside of the transaction; the counting happens
/// in it, so that any number of guesses at once get no more than the threshold's worth of answers.
/// </summary>
internal sealed class PasswordCheckDesk(DemoDatabase database, DemoPeople people, TimeProvider time)
{
    public async Task<PasswordCheck> CheckAsync(string id, CurrentPassword password, CancellationToken cancellation)
    {
        while (people.ById(id) is { } entry)
        {
            if (DemoEntry.IsLocked(entry.Row, time.GetUtcNow()))
            {
                return PasswordCheck.Locked;
            }

            var right = StoredPassword.IsPresent(entry.Row, password);
            var settling = await database.WriteAsync(
                transaction => Settle(transaction, entry.Row, right), done => people.Keep(entry.Row, done.Row), cancellation);
            if (settling.Answer is { } settled)
            {
                return settled;
            }
        }

        return PasswordCheck.Wrong;
    }

    /// <summary>The answer, or none when another password was set in the meantime; and the row as it is now.</summary>
    private (PasswordCheck? Answer, DemoRow Row) Settle(SqliteTransaction transaction, DemoRow seen, bool right)
    {
        var now = time.GetUtcNow();
        var row = transaction.Person(seen);
        if (row.PasswordVersion != seen.PasswordVersion)
        {
            return (null, row);
        }

        if (DemoEntry.IsLocked(row, now))
        {
            return (PasswordCheck.Locked, row);
        }

        if (right)
        {
            transaction.ForgetWrongPasswords(row.Id);
            return (Welcome(row), row);
        }

        return (PasswordCheck.Wrong, CountWrong(transaction, row, now));
    }

    private static PasswordCheck Welcome(DemoRow row)
    {
        if (!row.Enabled)
        {
            return PasswordCheck.Disabled;
        }

        return row.MustChange ? PasswordCheck.MustChange : PasswordCheck.Right;
    }

    private static DemoRow CountWrong(SqliteTransaction transaction, DemoRow row, DateTimeOffset now)
    {
        transaction.Store(row);
        transaction.Connection!.Execute(
            "DELETE FROM wrong_password WHERE person = @Id AND at <= @Before; INSERT INTO wrong_password (person, at) VALUES (@Id, @At)",
            new { row.Id, At = now.ToUnixTimeMilliseconds(), Before = (now - DemoRules.Passwords.LockoutWindow).ToUnixTimeMilliseconds() },
            transaction);
        var wrong = transaction.Connection!.ExecuteScalar<long>(
            "SELECT count(*) FROM wrong_password WHERE person = @Id", new { row.Id }, transaction);
        if (wrong < DemoRules.Passwords.LockoutThreshold)
        {
            return row;
        }

        var locked = row with { LockedUntil = (now + DemoRules.LockoutDuration).ToUnixTimeMilliseconds() };
        transaction.Connection!.Execute("UPDATE person SET locked_until = @LockedUntil WHERE id = @Id", locked, transaction);
        transaction.ForgetWrongPasswords(row.Id);
        return locked;
    }
}
