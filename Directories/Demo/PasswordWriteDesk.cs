using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Secrets;

namespace ResetBot.Directories.Demo;

/// <summary>Sets a new password: rules and history first, outside of the transaction, then all or nothing, if nobody was quicker.</summary>
internal sealed class PasswordWriteDesk(
    DemoDatabase database, DemoPeople people, TimeProvider time, IOptions<DemoDirectoryOptions> options)
{
    // The codes that the help desk knows from Microsoft Entra self-service password reset and its event log.
    private const string Disabled = "SSPR_0009";
    private const string NotFound = "33002";
    private const string NoPermission = "33004";
    private const string Locked = "33006";

    public Task<PasswordWrite> ResetAsync(VerifiedPerson person, NewPassword password, CancellationToken cancellation)
    {
        DemoDirectory.Demand(person, Operation.Reset);
        return WriteAsync(person, current: null, password, cancellation);
    }

    public Task<PasswordWrite> ChangeAsync(VerifiedPerson person, CurrentPassword current, NewPassword password, CancellationToken cancellation)
    {
        DemoDirectory.Demand(person, Operation.Change);
        return WriteAsync(person, current, password, cancellation);
    }

    private async Task<PasswordWrite> WriteAsync(
        VerifiedPerson person, CurrentPassword? current, NewPassword password, CancellationToken cancellation)
    {
        while (people.ById(person.Account.Value) is { } entry)
        {
            if ((Obstacle(person, entry.Row, password) ?? ObstacleToChange(entry.Row, current)) is { } obstacle)
            {
                return obstacle;
            }

            if (await UsedBeforeAsync(entry.Row, password, cancellation))
            {
                return new PasswordWrite.RefusedByPolicy(DirectoryRefusal.InHistory);
            }

            if (await ReplaceAsync(person, entry.Row, password, cancellation) is { } outcome)
            {
                return outcome;
            }
        }

        return new PasswordWrite.Impossible(NotFound);
    }

    private PasswordWrite? Obstacle(VerifiedPerson person, DemoRow row, NewPassword password)
    {
        if (person.ExpiresAt <= time.GetUtcNow())
        {
            return new PasswordWrite.Impossible(NoPermission);
        }

        if (!row.Enabled)
        {
            return new PasswordWrite.Impossible(Disabled);
        }

        if (DemoRules.IsTooYoung(row, options.Value.MinimumPasswordAge, time.GetUtcNow()))
        {
            return new PasswordWrite.RefusedByPolicy(DirectoryRefusal.TooYoung);
        }

        return DemoRules.Refusal(password.Reveal()) is { } refusal ? new PasswordWrite.RefusedByPolicy(refusal) : null;
    }

    private PasswordWrite? ObstacleToChange(DemoRow row, CurrentPassword? current)
    {
        if (current is null)
        {
            return null;
        }

        if (DemoEntry.IsLocked(row, time.GetUtcNow()))
        {
            return new PasswordWrite.Impossible(Locked);
        }

        return StoredPassword.IsPresent(row, current) ? null : new PasswordWrite.CurrentIsWrong();
    }

    private async Task<bool> UsedBeforeAsync(DemoRow row, NewPassword password, CancellationToken cancellation)
    {
        if (StoredPassword.IsPresent(row, password))
        {
            return true;
        }

        // The present password counts as one of the remembered ones.
        var earlier = await database.WriteAsync(
            transaction => transaction.Connection!.Query<string>(
                "SELECT password_hash FROM password_history WHERE person = @Id ORDER BY password_version DESC LIMIT @Most",
                new { row.Id, Most = DemoRules.Passwords.HistoryLength - 1 },
                transaction).AsList(),
            committed: null,
            cancellation);
        return earlier.Exists(hash => StoredPassword.Matches(hash, password));
    }

    /// <summary>The outcome; null when another password was set since <paramref name="seen"/> was read: the history must be asked again.</summary>
    private async Task<PasswordWrite?> ReplaceAsync(
        VerifiedPerson person, DemoRow seen, NewPassword password, CancellationToken cancellation)
    {
        var hash = StoredPassword.Hash(password.Reveal());
        var former = seen.PasswordHash ?? StoredPassword.Hash(seen.StartingPassword);
        var replacing = await database.WriteAsync(
            transaction => Replace(transaction, person, seen, former, hash), done => people.Keep(seen, done.Row), cancellation);
        return replacing.At is { } at ? new PasswordWrite.Done(at) : null;
    }

    private (DateTimeOffset? At, DemoRow Row) Replace(
        SqliteTransaction transaction, VerifiedPerson person, DemoRow seen, string former, string hash)
    {
        var now = time.GetUtcNow();
        var row = transaction.Person(seen);
        if (row.PasswordVersion != seen.PasswordVersion || !row.Enabled || person.ExpiresAt <= now)
        {
            return (null, row);
        }

        transaction.Store(row);
        var changed = row with
        {
            StartingPassword = null,
            PasswordHash = hash,
            PasswordVersion = row.PasswordVersion + 1,
            PasswordChangedAt = now.ToUnixTimeMilliseconds(),
            MustChange = false,
            LockedUntil = 0,
        };
        Save(transaction, changed, former);
        return (now, changed);
    }

    private static void Save(SqliteTransaction transaction, DemoRow changed, string former)
    {
        var connection = transaction.Connection!;
        connection.Execute(
            """
            INSERT INTO password_history (person, password_version, password_hash) VALUES (@Id, @PasswordVersion - 1, @former);
            DELETE FROM password_history WHERE person = @Id AND password_version <= @PasswordVersion - @HistoryLength;
            """,
            new { changed.Id, changed.PasswordVersion, former, DemoRules.Passwords.HistoryLength },
            transaction);
        connection.Execute(
            """
            UPDATE person SET starting_password = NULL, password_hash = @PasswordHash, password_version = @PasswordVersion,
                password_changed_at = @PasswordChangedAt, must_change = 0, locked_until = 0
            WHERE id = @Id
            """,
            changed,
            transaction);
        transaction.ForgetWrongPasswords(changed.Id);
    }
}
