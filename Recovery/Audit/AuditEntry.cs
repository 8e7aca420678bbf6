using ResetBot.Recovery.Accounts;

namespace ResetBot.Recovery.Audit;

/// <summary>One step that an auditor can ask about later. Never holds a password, a code, a link or an unmasked address.</summary>
/// <param name="Event">What happened.</param>
/// <param name="Account">Whose account; null when none is known.</param>
/// <param name="CaseId">In which case; null outside of one.</param>
/// <param name="Actor">Who did it: a channel and its id of the person, a browser on the secure page, or <c>system</c>.</param>
/// <param name="Details">What else there is to know, by name.</param>
public sealed record AuditEntry(
    AuditEvent Event,
    AccountId? Account,
    string? CaseId,
    string Actor,
    IReadOnlyDictionary<string, string> Details)
{
    public static IReadOnlyDictionary<string, string> None { get; } = new Dictionary<string, string>();
}
