using System.Text.Json;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Passwords;
using ResetBot.Testing;

namespace ResetBot.Tests.Recovery.Passwords;

/// <summary>One line of password-vectors.json: what server and page must both say.</summary>
internal sealed record PasswordVector(string About, string Password)
{
    public IReadOnlyList<string> Banned { get; init; } = [];
    public string First { get; init; } = "";
    public string Last { get; init; } = "";
    public string User { get; init; } = "u1@contoso.example";
    public int Classes { get; init; } = 3;
    public bool Ascii { get; init; }
    public IReadOnlyDictionary<string, int> Found { get; init; } = new Dictionary<string, int>();
    public IReadOnlyList<string> Unmet { get; init; } = [];

    public static IReadOnlyList<PasswordVector> All { get; } = Read();

    /// <summary>Without the built-in words, so that a vector says all that counts.</summary>
    public PasswordJudge Judge() => new(new PasswordOptions { BanCommonWords = false, BannedWords = [.. Banned] });

    public PasswordContext Context() => new(
        new Account { Id = new AccountId("demo", "1"), UserName = User, DisplayName = "", FirstName = First, LastName = Last },
        new DirectoryPasswordRules(8, 256, Classes, 0, 0, TimeSpan.Zero) { AsciiOnly = Ascii },
        Banned.Contains("contoso") ? [] : ["Contoso"]);

    public override string ToString() => About;

    private static PasswordVector[] Read()
    {
        var file = Path.Combine(Lab.Repository, "tests", "ResetBot.Tests", "Recovery", "Passwords", "password-vectors.json");
        return JsonSerializer.Deserialize<PasswordVector[]>(File.ReadAllText(file), JsonSerializerOptions.Web)!;
    }
}
