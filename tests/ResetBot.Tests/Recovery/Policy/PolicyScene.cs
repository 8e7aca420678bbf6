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

    public static Account Administrator(params string[] groups) => Person(groups) with { IsAdministrator = true };

    public static AccountPolicy For(string name, params string[] groups) => new() { Name = name, Groups = groups.Length == 0 ? null : groups };

    public static PolicySet Set(params AccountPolicy[] policies) => new(1, policies, FactorTable.Published);
}
