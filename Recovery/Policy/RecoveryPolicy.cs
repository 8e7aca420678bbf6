using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Vouching;

namespace ResetBot.Recovery.Policy;

/// <summary>
/// What a person must prove, and with what (section <c>Policy</c>): one policy for everyone, in force as version 0 until policies were imported.
/// Each default is that of <see cref="AccountPolicy"/>.
/// </summary>
public sealed class RecoveryPolicy
{
    /// <summary>What people may do: change, reset and unlock.</summary>
    internal static readonly IReadOnlyList<Operation> EveryOperation = [Operation.Change, Operation.Reset, Operation.Unlock];

    /// <summary>The kinds that can be named.</summary>
    internal static readonly IReadOnlyList<MethodKind> EveryMethod = [.. FactorTable.Published.InPolicies];

    /// <summary>The kinds that are allowed where none is named.</summary>
    internal static readonly IReadOnlyList<MethodKind> DefaultMethods = [.. EveryMethod.Where(kind => !FactorTable.Published.Of(kind).OffByDefault)];

    /// <summary>Methods that must be passed to reset a password. Default: 2, ours (Entra SSPR: 1 or 2).</summary>
    public int MethodsRequiredToReset { get; set; } = 2;

    /// <summary>Methods that must be passed to unlock an account. Default: 1, ours (Entra SSPR: as for a reset).</summary>
    public int MethodsRequiredToUnlock { get; set; } = 1;

    /// <summary>Methods that a person is asked to register. Default: 2, ours; at least as many as a reset needs.</summary>
    public int MethodsToRegister { get; set; } = 2;

    /// <summary>
    /// Methods that may be used. Default: e-mail, text message, authenticator app (Entra SSPR), passkey and recovery codes (ours). Security questions
    /// are off where they are not named (OWASP ASVS 5.0 6.4.2).
    /// </summary>
    public List<MethodKind> MethodsAllowed { get; set; } = [];

    /// <summary>What people may do: <c>Change</c>, <c>Reset</c>, <c>Unlock</c>. Default: all, ours.</summary>
    public List<Operation> Operations { get; set; } = [];

    /// <summary>How many colleagues a person may name to vouch for them. Default: 5, ours; at most 10.</summary>
    public int ColleaguesNamed { get; set; } = 5;

    /// <summary>How many of those have to vouch. Default: 2, ours; never fewer, so that no one person is enough.</summary>
    public int ColleaguesRequired { get; set; } = NamedColleagues.Fewest;

    /// <summary>Whether people are told what was done to their account. Default: yes, Entra SSPR.</summary>
    public bool NotifyPerson { get; set; } = true;

    /// <summary>The e-mail address that is told when the password of an administrator was reset, and when anybody says that something was not they. Default: none.</summary>
    public string? NotifyAdministratorsAt { get; set; }

    /// <summary>What the tenant pays for, and with it whom self-service is for. Default: Premium, set by hand.</summary>
    public LicenceTier Licence { get; set; } = LicenceTier.Premium;

    /// <summary>
    /// Which phones and addresses of the directory prove a first registration, by a code that is sent there: <c>None</c>, <c>Protected</c> (those that
    /// their owner cannot change), <c>All</c>. Default: Protected, ours: whoever holds a session of somebody must not be able to write their own phone
    /// into the directory and then prove with it.
    /// </summary>
    public DirectoryTrust RegisterByDirectory { get; set; } = DirectoryTrust.Protected;

    /// <summary>How long a question may be left alone. Holds for everybody, whatever was imported. Default: 15 minutes, Entra SSPR.</summary>
    public TimeSpan QuestionLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>When a method that was added or changed later begins to count. Default: 24 hours, ours.</summary>
    public TimeSpan Freshness { get; set; } = TimeSpan.FromHours(24);

    /// <summary>The same for a phone number, which can be stolen by swapping a SIM. Default: 7 days, ours.</summary>
    public TimeSpan PhoneFreshness { get; set; } = TimeSpan.FromDays(7);

    /// <summary>How long a proved reset waits before the new password is asked for. Default: not at all, ours; at most 3 days.</summary>
    public TimeSpan CoolingPeriod { get; set; }

    /// <summary>The same for administrators who passed no gate with a phishing-resistant method. Default: 4 hours, ours; at most 3 days.</summary>
    public TimeSpan AdministratorCoolingPeriod { get; set; } = TimeSpan.FromHours(4);

    /// <summary>How long after they registered, or said so last, people are asked whether their methods are still right. Default: 180 days, Entra SSPR; 0: never.</summary>
    public TimeSpan Reconfirm { get; set; } = TimeSpan.FromDays(180);

    /// <summary>The kinds that are allowed: the named ones, or the default when none is named.</summary>
    public IReadOnlyList<MethodKind> Allowed() => MethodsAllowed.Count > 0 ? MethodsAllowed : DefaultMethods;

    /// <summary>The one policy that these options are.</summary>
    public AccountPolicy ToPolicy() => new()
    {
        Name = "Everyone",
        Operations = Operations.Count > 0 ? [.. Operations.Distinct()] : EveryOperation,
        MethodsAllowed = [.. Allowed().Distinct()],
        MethodsRequiredToReset = MethodsRequiredToReset,
        MethodsRequiredToUnlock = MethodsRequiredToUnlock,
        MethodsToRegister = MethodsToRegister,
        ColleaguesNamed = ColleaguesNamed,
        ColleaguesRequired = ColleaguesRequired,
        NotifyPerson = NotifyPerson,
        NotifyAdministratorsAt = NotifyAdministratorsAt,
        RegisterByDirectory = RegisterByDirectory,
        Freshness = Freshness,
        PhoneFreshness = PhoneFreshness,
        CoolingPeriod = CoolingPeriod,
        AdministratorCoolingPeriod = AdministratorCoolingPeriod,
        Reconfirm = Reconfirm,
        Licence = Licence,
    };
}
