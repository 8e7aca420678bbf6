using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Audit;

namespace ResetBot.Recovery.Notices;

/// <summary>Who does something to recovery of an account as a whole, outside of any case, and where.</summary>
/// <param name="Channel">The channel: <c>msteams</c>, <c>notice</c> for the link in a notice, or <c>console</c> for the command line.</param>
/// <param name="Actor">The channel and its id of the person, or the notice and where it went, for the audit trail.</param>
/// <param name="Language">Two letters.</param>
/// <param name="About">The case that it is about; null when it is about none.</param>
public sealed record AccountActor(string Channel, string Actor, string Language, string? About = null)
{
    /// <summary>Why, in their words; empty when they were not asked.</summary>
    public string Why { get; init; } = "";

    /// <summary>An audit entry about what they did.</summary>
    public AuditEntry Entry(AuditEvent happened, AccountId account, params (string Name, string Value)[] details) =>
        new(happened, account, About, Actor, (Why.Length > 0 ? [.. details, ("why", Why)] : details).ToDictionary(detail => detail.Name, detail => detail.Value));
}
