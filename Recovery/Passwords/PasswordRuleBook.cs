using System.Text.Json.Serialization;

namespace ResetBot.Recovery.Passwords;

/// <summary>
/// The rules for one person, as a page's script reads them: every rule that is not in <see cref="OnSave"/> can be judged by them alone.
/// Words and names are normalised already.
/// </summary>
public sealed record PasswordRuleBook
{
    public required int MinimumLength { get; init; }
    public required int MaximumLength { get; init; }

    /// <summary>0 when the directory asks for no kinds of characters: then there is no such rule.</summary>
    public required int ClassesRequired { get; init; }

    /// <summary>The directory takes only space and the printable characters of ASCII; where it takes more there is no such rule.</summary>
    public bool AsciiOnly { get; init; }

    public required int PointsRequired { get; init; }
    public required int VarietyRequired { get; init; }
    public required IReadOnlyList<string> BannedWords { get; init; }
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Rules that only the server can judge, once somebody saves.</summary>
    [JsonIgnore]
    public IReadOnlyList<PasswordRule> OnSave { get; init; } = [];
}
