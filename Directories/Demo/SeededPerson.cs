namespace ResetBot.Directories.Demo;

/// <summary>One person as the company is seeded. The short name is the part before the @ of the user name.</summary>
internal sealed record SeededPerson(string Id, string ShortName, string FirstName, string LastName, string Group)
{
    public string? Manager { get; init; }

    public SeededState State { get; init; }

    public string UserName => $"{ShortName}@{DemoRules.Domain}";

    public string DisplayName => $"{FirstName} {LastName}";

    public string StartingPassword => $"Start-{char.ToUpperInvariant(ShortName[0])}{ShortName[1..]}-2026!";
}
