using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Passcodes;
using ResetBot.Recovery.Passkeys;
using ResetBot.Recovery.RecoveryCodes;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.SecurityQuestions;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Challenges;

/// <summary>Says whether an answer is right: the code that was sent, that an app shows now, that was kept; the passkey or the answers that were asked for.</summary>
public sealed class CodeJudge(KeyedHash hash, IKeyRing keys, QuestionDesk questions)
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

        if (challenge.Kind == MethodKind.Passcode)
        {
            return PasscodeDesk.Use(record, code.Reveal(), now, hash);
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

    /// <summary>Whether the questions that are asked now were answered right. Whatever it was, others are asked next, if the record is saved.</summary>
    internal bool IsRight(AccountRecord record, Challenge challenge, JudgedAnswers judged)
    {
        var kept = record.Registered.Find(candidate => candidate.Id == challenge.MethodId)?.Answers;
        if (challenge.Kind != MethodKind.SecurityQuestions || kept is null)
        {
            return false;
        }

        var isRight = judged.AreRight && kept.Draw?.Id == judged.DrawId;
        questions.AskOthers(kept);
        return isRight;
    }

    /// <summary>Sees to it that the method has something to ask; false when it cannot.</summary>
    internal bool HasQuestion(IUnitOfWork work, AccountRecord record, RegisteredMethod method) =>
        method.Kind != MethodKind.SecurityQuestions || questions.Ask(work, record, method);

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
