using ResetBot.Recovery.Accounts;

namespace ResetBot.Recovery.Cases;

/// <summary>The codes that stand beside a refusal, for the help desk: those of Microsoft Entra self-service password reset.</summary>
public static class RefusalCodes
{
    public const string Disabled = "SSPR_0009";
    public const string WritebackOff = "SSPR_0010";
    public const string NoPolicy = "SSPR_0011";
    public const string NoLicence = "SSPR_0012";
    public const string NotInGroup = "SSPR_0013";
    public const string NotEnoughMethods = "SSPR_0014";
    public const string OnPremisesAdministrator = "SSPR_0029";
    public const string DirectoryUnreachable = "SSPR_0030";
    public const string NotFound = "33002";
    public const string NotUnique = "33003";
    public const string NoPermission = "33004";
    public const string DisabledOnPremises = "33005";
    public const string Locked = "33006";
    public const string WrongPassword = "33007";
    public const string PasswordPolicy = "33008";
    public const string Misconfigured = "33009";

    /// <summary>The code of what a directory would refuse.</summary>
    public static string Of(AccountHindrance hindrance) => hindrance switch
    {
        AccountHindrance.WritebackOff => WritebackOff,
        AccountHindrance.OnPremisesAdministrator => OnPremisesAdministrator,
        AccountHindrance.MayNotChange or AccountHindrance.NoPermission => NoPermission,
        AccountHindrance.Misconfigured => Misconfigured,
        _ => throw new ArgumentOutOfRangeException(nameof(hindrance), hindrance, "has no code"),
    };
}
