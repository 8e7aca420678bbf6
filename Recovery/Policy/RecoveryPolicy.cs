using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Methods;

namespace ResetBot.Recovery.Policy;

/// <summary>What a person must prove, and with what (section <c>Policy</c>).</summary>
public sealed class RecoveryPolicy
{
    /// <summary>Methods that must be passed to reset a password. Default: 2, ours (Entra SSPR: 1 or 2).</summary>
    public int MethodsRequiredToReset { get; set; } = 2;

    /// <summary>Methods that must be passed to unlock an account. Default: 1, ours.</summary>
    public int MethodsRequiredToUnlock { get; set; } = 1;

    /// <summary>Methods that a person is asked to register. Default: 2, ours; at least as many as a reset needs.</summary>
    public int MethodsToRegister { get; set; } = 2;

    /// <summary>Methods that may be used. Default: e-mail, text message, authenticator app (Entra SSPR), passkey and recovery codes (ours).</summary>
    public List<MethodKind> MethodsAllowed { get; set; } = [];

    /// <summary>How long a question may be left alone. Default: 15 minutes, Entra SSPR.</summary>
    public TimeSpan QuestionLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>When a method that was added or changed later begins to count. Default: 24 hours, ours.</summary>
    public TimeSpan Freshness { get; set; } = TimeSpan.FromHours(24);

    /// <summary>The same for a phone number, which can be stolen by swapping a SIM. Default: 7 days, ours.</summary>
    public TimeSpan PhoneFreshness { get; set; } = TimeSpan.FromDays(7);

    /// <summary>The kinds that are allowed: the named ones, or all when none is named.</summary>
    public IReadOnlyList<MethodKind> Allowed() =>
        MethodsAllowed.Count > 0 ? MethodsAllowed : [MethodKind.Email, MethodKind.Sms, MethodKind.Authenticator, MethodKind.Passkey, MethodKind.RecoveryCodes];

    /// <summary>How many gates a case of this operation has. An administrator always has two; no option weakens that (Entra SSPR).</summary>
    public int GatesFor(Operation operation, bool administrator) => operation switch
    {
        Operation.Reset => administrator ? Math.Max(2, MethodsRequiredToReset) : MethodsRequiredToReset,
        Operation.Unlock => administrator ? Math.Max(2, MethodsRequiredToUnlock) : MethodsRequiredToUnlock,
        // The present password, or one method.
        Operation.Register or Operation.Change => 1,
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };
}
