using ResetBot.Recovery.Accounts;

namespace ResetBot.Directories.Demo;

/// <summary>The seeded company. The first six are the default people of the Microsoft 365 Agents Playground, with its object ids.</summary>
internal static class DemoSeed
{
    internal const string Administrators = "Administrators";
    internal const string Everyone = "Employees";

    internal const string Alex = Playground + "20";
    internal const string Megan = Playground + "21";
    internal const string Adele = Playground + "22";
    internal const string Isaiah = Playground + "23";
    internal const string Patti = Playground + "24";
    internal const string Diego = "63d0f8ea-b7c4-4912-a5e8-1c9d27504fb6";
    internal const string Pradeep = "e2b9347f-15cd-4a06-9d71-48fa06c2be35";
    internal const string Henrietta = "c9a1d7b4-2b6f-4d38-8f0c-51e2a7d3b910";

    private const string Playground = "00000000-0000-0000-0000-00000000000";
    private const string Lynne = Playground + "25";
    private const string Lee = "5c1f0a52-8a0e-4c1e-9a57-3d4f6b7a1e02";
    private const string Asa = "a4d86c13-9e27-4f50-8c6b-7b12e0f5d3a8";

    internal static readonly IReadOnlyList<SeededPerson> People =
    [
        new(Alex, "alex", "Alex", "Wilber", "Marketing") { Manager = Megan },
        new(Megan, "megan", "Megan", "Bowen", "Marketing") { Manager = Patti },
        new(Adele, "adele", "Adele", "Vance", "Sales Nordics") { Manager = Lynne },
        new(Isaiah, "isaiah", "Isaiah", "Langer", "Sales") { Manager = Lynne },
        new(Patti, "patti", "Patti", "Fernandez", "Leadership"),
        new(Lynne, "lynne", "Lynne", "Robbins", "Sales") { Manager = Patti },
        new(Lee, "lee", "Lee", "Gu", "Engineering") { Manager = Patti },
        new("0f7be2a9-6d3c-4e8b-b1a4-90c25f3e7d11", "erik", "Erik", "Lindqvist", "Engineering Nordics") { Manager = Lee },
        new(Asa, "asa", "Åsa", "Öberg", "Engineering Nordics") { Manager = Lee },
        new(Pradeep, "pradeep", "Pradeep", "Gupta", "Finance") { Manager = Patti },
        new(Diego, "diego", "Diego", "Siciliani", "Human Resources") { Manager = Patti },
        new("91ce5b70-4fa2-4d8d-86b3-ef6a1082c7d4", "joni", "Joni", "Sherman", "Finance") { Manager = Pradeep },
        new(Henrietta, "henrietta", "Henrietta", "Mueller", Administrators)
        {
            Manager = Patti,
            State = SeededState.Administrator,
        },
        new("2e8a6f04-d3b1-4c97-b05e-6419fc73ad82", "grady", "Grady", "Archer", "Engineering")
        {
            Manager = Lee,
            State = SeededState.Disabled,
        },
        new("b85d21c6-07ef-4b3a-9f48-d2a07c61e593", "johanna", "Johanna", "Lorenz", "Sales")
        {
            Manager = Lynne,
            State = SeededState.Locked,
        },
        new("47fc930e-a16b-4825-8e7d-0b5c94d8f2a1", "nestor", "Nestor", "Wilke", "IT")
        {
            Manager = Henrietta,
            State = SeededState.MustChangePassword,
        },
    ];

    /// <summary>Who is mastered elsewhere; everybody else is cloud-only.</summary>
    internal static readonly Dictionary<string, AccountOrigin> Origins = new(StringComparer.OrdinalIgnoreCase)
    {
        [Asa] = AccountOrigin.Synchronised,
        [Diego] = AccountOrigin.Federated,
    };

    /// <summary>Which group stands inside which other one.</summary>
    internal static readonly IReadOnlyList<(string Group, string Inside)> Nesting =
    [
        ("Sales Nordics", "Sales"),
        ("Sales Nordics", "Nordics"),
        ("Engineering Nordics", "Engineering"),
        ("Engineering Nordics", "Nordics"),
        (Administrators, "IT"),
        ("Marketing", Everyone),
        ("Sales", Everyone),
        ("Engineering", Everyone),
        ("Finance", Everyone),
        ("Human Resources", Everyone),
        ("Leadership", Everyone),
        ("IT", Everyone),
    ];
}
