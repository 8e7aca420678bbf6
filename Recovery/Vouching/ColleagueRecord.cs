using System.Text.Json.Serialization;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Approvals;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Vouching;

/// <summary>Who has named one person to vouch for them. Whether that still holds stands with those who did.</summary>
public sealed class ColleagueRecord : IDocument
{
    // Whoever has left counts for nothing at once; this is so that the person hears of it who counts on them.
    internal static readonly TimeSpan LookEvery = TimeSpan.FromDays(1);

    public static string Kind => "colleague_record";

    public static bool IsReadAgain => false;

    public required string Key { get; init; }

    [JsonInclude]
    internal List<VouchingInvitation> Invitations { get; private set; } = [];

    /// <summary>Those for whom they said that they would.</summary>
    [JsonInclude]
    internal List<AccountId> VouchesFor { get; private set; } = [];

    /// <summary>When it is looked whether they are still there.</summary>
    [JsonInclude]
    internal DateTimeOffset LookAt { get; set; }

    [JsonIgnore]
    public DateTimeOffset? DueAt => VouchesFor.Count == 0 ? null : LookAt;

    [JsonIgnore]
    public DateTimeOffset? OutlivedAt => VouchesFor.Count > 0 ? null
        : Invitations.Count == 0 ? DateTimeOffset.UnixEpoch : Invitations.Max(invitation => invitation.ExpiresAt);

    internal static async Task<ColleagueRecord> OfAsync(IUnitOfWork work, AccountId colleague, CancellationToken cancellation) =>
        await work.FindAsync<ColleagueRecord>(colleague.ToString(), cancellation) ?? new ColleagueRecord { Key = colleague.ToString() };

    internal void Add(VouchingInvitation invitation, DateTimeOffset now) =>
        WaitingList.Add(Invitations, invitation, known => known.ExpiresAt <= now || known.Account == invitation.Account);

    internal void Accept(VouchingInvitation invitation, DateTimeOffset now)
    {
        Invitations.Remove(invitation);
        VouchesFor.Remove(invitation.Account);
        VouchesFor.Add(invitation.Account);
        LookAt = now + LookEvery;
    }
}
