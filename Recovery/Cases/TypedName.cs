using System.Globalization;
using System.Text;

namespace ResetBot.Recovery.Cases;

/// <summary>Reads an account name as people type and paste it: one spelling for what looks the same to them.</summary>
public static class TypedName
{
    /// <summary>Longer ones name no account. RFC 5321 §4.5.3.1: 64 for the local part, 255 for the domain.</summary>
    public const int Longest = 320;

    /// <summary>In lower case, without what cannot be seen, in Unicode's compatible composed form; empty when nothing is left.</summary>
    public static string Normal(string typed)
    {
        var visible = new StringBuilder();
        foreach (var rune in typed.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned))
            {
                visible.Append(rune);
            }
        }

        return visible.ToString().Normalize(NormalizationForm.FormKC).Trim().ToLowerInvariant();
    }

    /// <summary>
    /// The whole name that a normal one stands for: without a domain it is one of the company's first. Directories that take both spellings
    /// for one account take them so.
    /// </summary>
    public static string Whole(string normal, IReadOnlyList<string> companyDomains) =>
        normal.Contains('@', StringComparison.Ordinal) || companyDomains.Count == 0 ? normal : $"{normal}@{companyDomains[0].ToLowerInvariant()}";
}
