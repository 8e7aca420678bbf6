using System.Security.Cryptography;
using System.Text.Json.Serialization;
using ResetBot.Recovery.Secrets;

namespace ResetBot.Recovery.RecoveryCodes;

/// <summary>
/// The codes of a person that are not used up, as slow hashes (<see cref="SlowHash"/>). They share one salt, so that a typed code is hashed once.
/// </summary>
public sealed record RecoveryCodeSet
{
    /// <summary>How many a person gets.</summary>
    public const int Many = 10;

    // What an account without codes is compared with, so that it takes as long.
    private static readonly RecoveryCodeSet NobodysCodes = Of([RecoveryCode.New().Replace("-", "", StringComparison.Ordinal)]);

    /// <summary>The salt, in Base64.</summary>
    public required string Salt { get; init; }

    /// <summary>The rounds that each was hashed with.</summary>
    public required int Rounds { get; init; }

    /// <summary>The hashes of those that are left, in Base64.</summary>
    [JsonInclude]
    public IReadOnlyList<string> Hashes { get; internal set; } = [];

    /// <summary>A set of codes, each without dashes.</summary>
    public static RecoveryCodeSet Of(IEnumerable<string> codes)
    {
        var salt = SlowHash.NewSalt();
        return new RecoveryCodeSet
        {
            Salt = Convert.ToBase64String(salt),
            Rounds = SlowHash.Rounds,
            Hashes = [.. codes.Select(code => Convert.ToBase64String(SlowHash.Compute(code, salt, SlowHash.Rounds)))],
        };
    }

    /// <summary>Whether this is one of them; it is thereby used up. Takes as long when there is no set.</summary>
    internal static bool Use(RecoveryCodeSet? set, ReadOnlySpan<char> code)
    {
        var looked = set ?? NobodysCodes;
        var hash = SlowHash.Compute(code, Convert.FromBase64String(looked.Salt), looked.Rounds);
        var found = looked.Hashes.Where(known => CryptographicOperations.FixedTimeEquals(hash, Convert.FromBase64String(known))).ToList();
        if (set is null || found.Count == 0)
        {
            return false;
        }

        set.Hashes = [.. set.Hashes.Except(found)];
        return true;
    }
}
