using System.Globalization;
using System.Text;

namespace ResetBot.Bot.Look;

/// <summary>Lists what is wrong in <see cref="LookOptions"/>.</summary>
internal static class LookOptionsValidator
{
    private const int LongestName = 40;
    private const double LeastContrast = 4.5;

    public static IEnumerable<string> Faults(LookOptions options)
    {
        var length = options.Name.Trim().Length;
        if (length is 0 or > LongestName)
        {
            yield return $"Look:Name is 1 to {LongestName} characters; found '{Shown(options.Name)}' of {length}.";
        }

        if (options.Name.EnumerateRunes().Any(IsInvisible))
        {
            yield return $"Look:Name has no control characters and no invisible marks; found '{Shown(options.Name)}'.";
        }

        if (options.Logo.Length > 0 && LogoFile.Read(options.Logo, out var why) is null)
        {
            yield return $"Look:Logo is a PNG, SVG, JPEG or WebP file of at most {LogoFile.MostBytes / 1024} KiB; found '{Shown(options.Logo)}': {why}.";
        }

        if (Fault(nameof(LookOptions.AccentColour), options.AccentColour, PagePalette.Light, "light") is { } light)
        {
            yield return light;
        }

        if (Fault(nameof(LookOptions.AccentColourDark), options.AccentColourDark, PagePalette.Dark, "dark") is { } dark)
        {
            yield return dark;
        }
    }

    private static string? Fault(string name, string value, PagePalette palette, string scheme)
    {
        if (!Colour.TryRead(value, out var colour))
        {
            return $"Look:{name} is a colour as #rrggbb; found '{Shown(value)}'.";
        }

        var (contrast, with) = palette.Worst(colour);

        // Told as it is compared: 4.499 is not 4.5.
        return contrast >= LeastContrast
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"Look:{name} has a contrast of at least {LeastContrast}:1 with every ground and text of the {scheme} page (WCAG 2.2 §1.4.3); found '{value}' with {Math.Floor(contrast * 100) / 100:0.00}:1 on {with}.");
    }

    // Unicode TR 36 §2.5: marks that turn the direction of text make one name look like another. A half of a pair reads as U+FFFD.
    private static bool IsInvisible(Rune rune) => rune == Rune.ReplacementChar || Rune.GetUnicodeCategory(rune)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    // A fault is one line of a log.
    private static string Shown(string value) => string.Concat(value.EnumerateRunes().Select(rune => IsInvisible(rune) ? $"\\u{rune.Value:x4}" : rune.ToString()));
}
