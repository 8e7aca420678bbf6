using System.Text.Json.Serialization;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Approvals;

/// <summary>What waits for the word of one person.</summary>
public sealed class ApproverRecord : IDocument
{
    // Whoever floods an approver finds the oldest question gone, not the approver's patience.
    private const int Most = 20;

    public static string Kind => "approver_record";

    public static bool IsReadAgain => false;

    public required string Key { get; init; }

    [JsonInclude]
    internal List<ApprovalRequest> Requests { get; private set; } = [];

    [JsonIgnore]
    public DateTimeOffset? OutlivedAt => Requests.Count == 0 ? DateTimeOffset.UnixEpoch : Requests.Max(request => request.ExpiresAt);

    internal static async Task<ApproverRecord> OfAsync(IUnitOfWork work, AccountId approver, CancellationToken cancellation) =>
        await work.FindAsync<ApproverRecord>(approver.ToString(), cancellation) ?? new ApproverRecord { Key = approver.ToString() };

    internal void Add(ApprovalRequest request, DateTimeOffset now)
    {
        Requests.RemoveAll(known => known.ExpiresAt <= now || known.CaseId == request.CaseId);
        if (Requests.Count >= Most)
        {
            Requests.RemoveAt(0);
        }

        Requests.Add(request);
    }
}
