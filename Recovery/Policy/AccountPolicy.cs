using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Vouching;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Policy;

/// <summary>One policy of the list: for whom it is, and what they may do with which proof.</summary>
[KeptWhole]
public sealed record AccountPolicy
{
    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>The directory groups that it is for, nested ones included; null means everyone.</summary>
    public IReadOnlyList<string>? Groups { get; init; }

    /// <summary>Whether those people may recover their accounts at all.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>What they may do. Registering methods is part of each.</summary>
    public IReadOnlyList<Operation> Operations { get; init; } = RecoveryPolicy.EveryOperation;

    /// <summary>What may prove who they are.</summary>
    public IReadOnlyList<MethodKind> MethodsAllowed { get; init; } = RecoveryPolicy.DefaultMethods;

    /// <summary>Methods that must be passed to reset a password.</summary>
    public int MethodsRequiredToReset { get; init; } = 2;

    /// <summary>Methods that must be passed to unlock an account.</summary>
    public int MethodsRequiredToUnlock { get; init; } = 1;

    /// <summary>Methods that they are asked to register.</summary>
    public int MethodsToRegister { get; init; } = 2;

    /// <summary>How many colleagues a person may name to vouch for them.</summary>
    public int ColleaguesNamed { get; init; } = 5;

    /// <summary>How many of those have to vouch.</summary>
    public int ColleaguesRequired { get; init; } = NamedColleagues.Fewest;

    /// <summary>Whether they are told what was done to their account.</summary>
    public bool NotifyPerson { get; init; } = true;

    /// <summary>The address that is told when the password of an administrator was reset, and when anybody says that something was not they; null when nobody is.</summary>
    public string? NotifyAdministratorsAt { get; init; }

    /// <summary>The help desk in refusals: an e-mail address or a page; null means that of the installation.</summary>
    public string? HelpDesk { get; init; }

    /// <summary>Which entries of the directory prove a first registration, by a code that is sent there.</summary>
    public DirectoryTrust RegisterByDirectory { get; init; } = DirectoryTrust.Protected;

    /// <summary>When a method that was added or changed later begins to count.</summary>
    public TimeSpan Freshness { get; init; } = TimeSpan.FromHours(24);

    /// <summary>The same for a phone number.</summary>
    public TimeSpan PhoneFreshness { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How long a proved reset waits before the new password is asked for, so that the owner of the account can object.</summary>
    public TimeSpan CoolingPeriod { get; init; }

    /// <summary>The same for administrators who passed no gate with a phishing-resistant method.</summary>
    public TimeSpan AdministratorCoolingPeriod { get; init; } = TimeSpan.FromHours(4);

    /// <summary>How long after that people are asked whether their methods are still right; zero: never.</summary>
    public TimeSpan Reconfirm { get; init; } = TimeSpan.FromDays(180);

    /// <summary>What the tenant pays for.</summary>
    public LicenceTier Licence { get; init; } = LicenceTier.Premium;

    /// <summary>How many gates a case has. To register, to change, to link a chat and for what is kept, the known password is the one.</summary>
    public int GatesFor(Operation operation) => operation switch
    {
        Operation.Reset => MethodsRequiredToReset,
        Operation.Unlock => MethodsRequiredToUnlock,
        Operation.Register or Operation.Change or Operation.Privacy or Operation.Link => 1,
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    /// <summary>The same where no channel knows the person.</summary>
    public int GatesWithoutChannel(Operation operation) => GatesFor(IsAlwaysAllowed(operation) ? Operation.Reset : operation);

    /// <summary>Whether these people may do this, the policy being switched on. What concerns their own data is nothing that a policy takes away.</summary>
    public bool Allows(Operation operation) => IsAlwaysAllowed(operation) || Operations.Contains(operation);

    /// <summary>What is not named in a policy, since it is part of everything.</summary>
    public static bool IsAlwaysAllowed(Operation operation) => operation is Operation.Register or Operation.Privacy or Operation.Link;
}
