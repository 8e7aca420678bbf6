using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Cases;

namespace ResetBot.Recovery.Operations;

/// <summary>What stands in the audit trail about the write of a password, by what the case is for.</summary>
internal sealed record WriteEvents(AuditEvent Intended, AuditEvent Done, AuditEvent Refused, AuditEvent Uncertain)
{
    private static readonly WriteEvents Reset =
        new(AuditEvent.ResetIntended, AuditEvent.ResetDone, AuditEvent.ResetRefused, AuditEvent.ResetUncertain);

    private static readonly WriteEvents Change =
        new(AuditEvent.ChangeIntended, AuditEvent.ChangeDone, AuditEvent.ChangeRefused, AuditEvent.ChangeUncertain);

    public static WriteEvents Of(RecoveryCase recoveryCase) => recoveryCase.Operation == Operation.Change ? Change : Reset;
}
