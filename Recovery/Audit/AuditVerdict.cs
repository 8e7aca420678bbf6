namespace ResetBot.Recovery.Audit;

/// <summary>Whether an audit trail is what was once written.</summary>
public abstract record AuditVerdict
{
    private AuditVerdict()
    {
    }

    /// <summary>Every record is in place; <paramref name="Head"/> is the last one.</summary>
    public sealed record Whole(AuditHead Head) : AuditVerdict;

    /// <summary>The first fault is at <paramref name="Sequence"/>.</summary>
    public sealed record Broken(long Sequence, string Why) : AuditVerdict;
}
