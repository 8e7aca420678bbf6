using System.Text.Json.Serialization;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Approvals;

/// <summary>What waits for the word of one person.</summary>
public sealed class ApproverRecord : IDocument
{
    public static string Kind => "approver_record";

    public static bool IsReadAgain => false;

    public required string Key { get; init; }

    [JsonInclude]
    internal List<ApprovalRequest> Requests { get; private set; } = [];

    [JsonIgnore]
    public DateTimeOffset? OutlivedAt => Requests.Count == 0 ? DateTimeOffset.UnixEpoch : Requests.Max(request => request.ExpiresAt);

    internal static async Task<ApproverRecord> OfAsync(IUnitOfWork work, AccountId approver, CancellationToken cancellation) =>
        await work.FindAsync<ApproverRecord>(approver.ToString(), cancellation) ?? new ApproverRecord { Key = approver.ToString() };

    internal void Add(ApprovalRequest request, DateTimeOffset now) =>
        WaitingList.Add(Requests, request, known => known.ExpiresAt <= now || known.CaseId == request.CaseId);
}
