using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using ResetBot.Recovery.Secrets;

namespace ResetBot.Recovery.Audit;

/// <summary>
/// Chains audit records by a keyed hash: whoever holds the database alone can neither change, drop, add nor reorder a record without
/// <see cref="Verify"/> telling.
/// </summary>
public sealed class AuditChain(IKeyRing keys)
{
    private readonly byte[] _key = keys.Derive("audit-chain");

    // One that nobody uses at the moment: to set it up costs more than to use it.
    private IncrementalHash? _spare;

    /// <summary>What the first record is chained to.</summary>
    public const string Start = "";

    /// <summary>Makes the record that follows one with this sequence and hash.</summary>
    public AuditRecord Next(long previousSequence, string previousHash, string body) =>
        new(previousSequence + 1, body, Hash(previousHash, previousSequence + 1, body));

    /// <summary>Reads a trail from its start and says whether it is whole, or where it first is not.</summary>
    /// <param name="records">All records, by sequence.</param>
    /// <param name="knownHead">A head that was noted elsewhere: the trail must contain it.</param>
    public AuditVerdict Verify(IEnumerable<AuditRecord> records, AuditHead? knownHead = null)
    {
        var head = new AuditHead(0, Start);
        var knownSeen = knownHead is null || knownHead.Sequence == 0;
        foreach (var record in records)
        {
            if (record.Sequence != head.Sequence + 1)
            {
                return new AuditVerdict.Broken(head.Sequence + 1, $"record {head.Sequence + 1} is missing");
            }

            if (!FixedEquals(record.Hash, Hash(head.Hash, record.Sequence, record.Body)))
            {
                return new AuditVerdict.Broken(record.Sequence, $"record {record.Sequence} was changed, added or moved");
            }

            head = new AuditHead(record.Sequence, record.Hash);
            if (knownHead is not null && knownHead.Sequence == record.Sequence)
            {
                if (!FixedEquals(knownHead.Hash, record.Hash))
                {
                    return new AuditVerdict.Broken(record.Sequence, $"record {record.Sequence} is not the one that was noted");
                }

                knownSeen = true;
            }
        }

        return knownSeen ? new AuditVerdict.Whole(head) : new AuditVerdict.Broken(head.Sequence + 1, "the end of the trail is missing");
    }

    private string Hash(string previous, long sequence, string body)
    {
        var mac = Interlocked.Exchange(ref _spare, null) ?? IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        Span<byte> number = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(number, sequence);
        mac.AppendData(number);
        mac.AppendData(Encoding.ASCII.GetBytes(previous.PadRight(64, '0')));
        mac.AppendData(Encoding.UTF8.GetBytes(body));
        var hash = Convert.ToHexStringLower(mac.GetHashAndReset());
        Interlocked.Exchange(ref _spare, mac)?.Dispose();
        return hash;
    }

    private static bool FixedEquals(string left, string right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(left), Encoding.ASCII.GetBytes(right));
}
