namespace ResetBot.Testing.Conversations;

/// <summary>Somebody of the demonstration company.</summary>
/// <param name="ObjectId">The directory's id.</param>
/// <param name="UserName">What they sign in with.</param>
/// <param name="Name">What they are called.</param>
/// <param name="Password">The password that they start with.</param>
public sealed record Person(string ObjectId, string UserName, string Name, string Password)
{
    public static Person Alex { get; } = Seeded("00000000-0000-0000-0000-0000000000020", "alex", "Alex Wilber");

    public static Person Megan { get; } = Seeded("00000000-0000-0000-0000-0000000000021", "megan", "Megan Bowen");

    public static Person Adele { get; } = Seeded("00000000-0000-0000-0000-0000000000022", "adele", "Adele Vance");

    public static Person Isaiah { get; } = Seeded("00000000-0000-0000-0000-0000000000023", "isaiah", "Isaiah Langer");

    public static Person Patti { get; } = Seeded("00000000-0000-0000-0000-0000000000024", "patti", "Patti Fernandez");

    public static Person Lynne { get; } = Seeded("00000000-0000-0000-0000-0000000000025", "lynne", "Lynne Robbins");

    public static Person Lee { get; } = Seeded("5c1f0a52-8a0e-4c1e-9a57-3d4f6b7a1e02", "lee", "Lee Gu");

    public static Person Erik { get; } = Seeded("0f7be2a9-6d3c-4e8b-b1a4-90c25f3e7d11", "erik", "Erik Lindqvist");

    public static Person Pradeep { get; } = Seeded("e2b9347f-15cd-4a06-9d71-48fa06c2be35", "pradeep", "Pradeep Gupta");

    public static Person Diego { get; } = Seeded("63d0f8ea-b7c4-4912-a5e8-1c9d27504fb6", "diego", "Diego Siciliani");

    public static Person Joni { get; } = Seeded("91ce5b70-4fa2-4d8d-86b3-ef6a1082c7d4", "joni", "Joni Sherman");

    /// <summary>An administrator.</summary>
    public static Person Henrietta { get; } = Seeded("c9a1d7b4-2b6f-4d38-8f0c-51e2a7d3b910", "henrietta", "Henrietta Mueller");

    /// <summary>Disabled.</summary>
    public static Person Grady { get; } = Seeded("2e8a6f04-d3b1-4c97-b05e-6419fc73ad82", "grady", "Grady Archer");

    /// <summary>Locked.</summary>
    public static Person Johanna { get; } = Seeded("b85d21c6-07ef-4b3a-9f48-d2a07c61e593", "johanna", "Johanna Lorenz");

    /// <summary>Must change the password.</summary>
    public static Person Nestor { get; } = Seeded("47fc930e-a16b-4825-8e7d-0b5c94d8f2a1", "nestor", "Nestor Wilke");

    /// <summary>In no directory.</summary>
    public static Person Stranger { get; } = new("99999999-0000-0000-0000-000000000000", "nobody@contoso.example", "No Body", "");

    /// <summary>The private address of a generated person, as it is registered from the start.</summary>
    public string Email => $"person{Number}@private.example";

    /// <summary>The mobile number of a generated person, as it is registered from the start.</summary>
    public string Mobile => $"+4670{Number:D7}";

    /// <summary>The office phone of a generated person, as the directory has it.</summary>
    public string Office => $"+468{Number:D7}";

    private int Number => int.Parse(ObjectId[^12..]);

    /// <summary>One of the people that are generated with two methods registered (e-mail and text message).</summary>
    public static Person Generated(int number) => new(
        $"00000000-0000-4000-8000-{number:D12}", $"person{number:D12}@contoso.example", $"Person {number:D12}", $"Start-Person{number:D12}-2026!");

    private static Person Seeded(string id, string shortName, string name) =>
        new(id, $"{shortName}@contoso.example", name, $"Start-{char.ToUpperInvariant(shortName[0])}{shortName[1..]}-2026!");
}
