using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Passkeys;
using ResetBot.Recovery.RecoveryCodes;
using ResetBot.Recovery.Secrets;

namespace ResetBot.Recovery.Challenges;

/// <summary>Says whether an answer is right: the code that was sent, that an app shows now, that was kept; or the passkey that was asked for.</summary>
public sealed class CodeJudge(KeyedHash hash, IKeyRing keys)
{
    // What an account without an app is compared with, so that it takes as long. Nobody has it in an app, and nothing depends on what comes out.
    private readonly string _nobodysSecret = keys.Protect(ChallengeDesk.SecretPurpose, AuthenticatorCodes.NewSecret());

    /// <summary>How a code is stored: bound to its case, method and destination.</summary>
    internal string HashOf(RecoveryCase recoveryCase, MethodKind kind, string? methodId, string destination, OneTimeCode code) =>
        hash.Of(code.Reveal(), Challenge.BoundTo(recoveryCase.Id, kind, methodId, destination));

    /// <summary>Whether the code is right. One of an app is thereby used up, if record or case are saved.</summary>
    internal bool IsRight(RecoveryCase recoveryCase, AccountRecord record, Challenge challenge, OneTimeCode code, DateTimeOffset now)
    {
        if (challenge.CodeHash is { } stored)
        {
            var bound = Challenge.BoundTo(recoveryCase.Id, challenge.Kind, challenge.MethodId, challenge.Destination);
            return hash.Matches(stored, code.Reveal(), bound);
        }

        if (challenge.Kind == MethodKind.RecoveryCodes)
        {
            return RecoveryCodeSet.Use(record.Registered.Find(candidate => candidate.Id == challenge.MethodId)?.Codes, code.Reveal());
        }

        return challenge.MethodId is null ? UseProposed(recoveryCase, code, now) : Use(record, challenge, code, now);
    }

    /// <summary>Whether the passkey that was used is the registered one that was asked for. Its new count is kept, if the record is saved.</summary>
    internal static bool IsRight(AccountRecord record, Challenge challenge, Passkey? used)
    {
        var method = record.Registered.Find(candidate => candidate.Id == challenge.MethodId);
        if (challenge.Kind != MethodKind.Passkey || used is null || method?.Passkey?.CredentialId != used.CredentialId)
        {
            return false;
        }

        method.Passkey = used;
        return true;
    }

    private bool UseProposed(RecoveryCase recoveryCase, OneTimeCode code, DateTimeOffset now)
    {
        if (recoveryCase.Proposed is not { ProtectedSecret: { } secret } proposed || Step(secret, proposed.LastStep, code, now) is not { } step)
        {
            return false;
        }

        recoveryCase.Proposed = proposed with { LastStep = step };
        return true;
    }

    // The accepted step is kept, so that neither it nor an earlier one is accepted again. RFC 6238 §5.2.
    private bool Use(AccountRecord record, Challenge challenge, OneTimeCode code, DateTimeOffset now)
    {
        var method = record.Registered.Find(candidate => candidate.Id == challenge.MethodId);
        var step = Step(method?.ProtectedSecret ?? _nobodysSecret, method?.LastStep ?? 0, code, now);
        if (method?.ProtectedSecret is null || step is null)
        {
            return false;
        }

        method.LastStep = step.Value;
        return true;
    }

    private long? Step(string protectedSecret, long lastStep, OneTimeCode code, DateTimeOffset now) =>
        AuthenticatorCodes.Step(keys.Unprotect(ChallengeDesk.SecretPurpose, protectedSecret), code.Reveal(), lastStep, now);
}
