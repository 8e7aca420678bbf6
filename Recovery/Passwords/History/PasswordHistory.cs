using System.Text.Json.Serialization;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Passwords.History;

/// <summary>The last passwords of one account that were set here: salted slow hashes, each encrypted with a key that is not in the database.</summary>
public sealed class PasswordHistory : IDocument
{
    /// <summary>How often the directory is asked whether there still is such an account.</summary>
    internal static readonly TimeSpan LookEvery = TimeSpan.FromDays(7);

    public static string Kind => "password_history";

    // Read by nobody until somebody chooses a password again, which is months away.
    public static bool IsReadAgain => false;

    public required string Key { get; init; }

    /// <summary>The oldest first; the last is the present one, if it was set here.</summary>
    [JsonInclude]
    internal List<string> Entries { get; private set; } = [];

    [JsonInclude]
    internal DateTimeOffset LookAt { get; set; }

    [JsonInclude]
    internal DateTimeOffset? ErasedAt { get; private set; }

    [JsonIgnore]
    public DateTimeOffset? DueAt => ErasedAt is null ? LookAt : null;

    [JsonIgnore]
    public DateTimeOffset? OutlivedAt => ErasedAt;

    /// <summary>Remembers the password that the directory has just taken; an earlier one that is too many is forgotten.</summary>
    public static async Task KeepAsync(IUnitOfWork work, AccountId account, PendingPassword? pending, CancellationToken cancellation)
    {
        if (pending is null)
        {
            return;
        }

        var key = account.ToString();
        var history = await work.FindAsync<PasswordHistory>(key, cancellation) ?? new PasswordHistory { Key = key, LookAt = work.Now + LookEvery };
        if (!history.Entries.Contains(pending.Entry))
        {
            history.Entries.Add(pending.Entry);
        }

        history.Entries.RemoveRange(0, Math.Max(0, history.Entries.Count - pending.Keep));
        history.ErasedAt = null;
        work.Save(history);
    }

    /// <summary>Forgets every password of an account, at once.</summary>
    public static async Task EraseAsync(IUnitOfWork work, AccountId account, CancellationToken cancellation)
    {
        if (await work.FindAsync<PasswordHistory>(account.ToString(), cancellation) is { ErasedAt: null } history)
        {
            history.Entries.Clear();
            history.ErasedAt = work.Now;
            work.Save(history);
        }
    }
}
