using System.Text.Json.Serialization;
using ResetBot.Recovery.Approvals;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Pushes;

namespace ResetBot.Recovery.Challenges;

/// <summary>A question that only the owner of a method can answer.</summary>
/// <param name="Kind">With which method.</param>
/// <param name="MethodId">Which registered method; null when it confirms a proposed one, empty for a decoy.</param>
/// <param name="Destination">Where the code went; empty for an authenticator app.</param>
/// <param name="CodeHash">The keyed hash of the code; null for an authenticator app.</param>
/// <param name="IssuedAt">When it was asked.</param>
/// <param name="ExpiresAt">From when on no answer is accepted.</param>
public sealed record Challenge(
    MethodKind Kind, string? MethodId, string Destination, string? CodeHash, DateTimeOffset IssuedAt, DateTimeOffset ExpiresAt)
{
    /// <summary>Whose word it waits for, where others are asked; null before they are, and for the other methods.</summary>
    public ApprovalRound? Round { get; init; }

    /// <summary>Where it stands, when the person is asked in another chat of theirs; null before that, and for the other methods.</summary>
    public PushedQuestion? Push { get; init; }

    /// <summary>Under which key wrong answers are counted.</summary>
    public string LimitKey => MethodId is null ? Limits.ChallengeKeys.Proposed(Kind) : Limits.ChallengeKeys.Registered(Kind);

    /// <summary>No answer is accepted: it is too late, or a clock that was set back to before it was asked does not tell.</summary>
    internal bool IsOver(DateTimeOffset now) => now >= ExpiresAt || now < IssuedAt;

    /// <summary>It waits for nothing: the account has no such method that counts, and whoever is asked must not learn it.</summary>
    public bool IsDecoy => MethodId is "";

    [JsonIgnore]
    public string Masked => Mask.Destination(Kind, Destination);

    /// <summary>What a code is bound to: it is worth nothing in another case, for another method or destination.</summary>
    internal static string BoundTo(string caseId, MethodKind kind, string? methodId, string destination) =>
        $"code|{caseId}|{kind}|{methodId}|{destination}";
}
