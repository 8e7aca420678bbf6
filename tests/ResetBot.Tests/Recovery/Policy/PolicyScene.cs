using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Policy;

namespace ResetBot.Tests.Recovery.Policy;

/// <summary>People and policies to try rules on.</summary>
internal static class PolicyScene
{
    public static Account Person(params string[] groups) => new()
    {
        Id = new AccountId("demo", "anna"),
        UserName = "anna@contoso.example",
        DisplayName = "Anna",
        Mail = "anna@contoso.example",
        Groups = groups,
    };

    public const string OfficePhone = "+46 8 465 004 12";

    /// <summary>With an office phone that rings on its own line, and that only others write into the directory.</summary>
    public static Account PersonWithPhone() => Person() with { OfficePhone = new DirectoryContact(OfficePhone, OwnerMayChange: false), OfficePhoneRingsInAccount = false };

    public static Account Administrator(params string[] groups) => Person(groups) with { IsAdministrator = true };

    public static AccountPolicy For(string name, params string[] groups) => new() { Name = name, Groups = groups.Length == 0 ? null : groups };

    public static PolicySet Set(params AccountPolicy[] policies) => new(1, policies, FactorTable.Published);
}
