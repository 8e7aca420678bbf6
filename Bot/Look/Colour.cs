using System.Globalization;

namespace ResetBot.Bot.Look;

/// <summary>A colour of the screen, as <c>#rrggbb</c>.</summary>
internal readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    // WCAG 2.2, "relative luminance".
    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    /// <summary>Reads <c>#rrggbb</c>, and nothing else.</summary>
    public static bool TryRead(string text, out Colour colour)
    {
        colour = default;
        if (text.Length != 7 || text[0] != '#' || !text[1..].All(char.IsAsciiHexDigit))
        {
            return false;
        }

        var value = int.Parse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        colour = new Colour((byte)(value >> 16), (byte)(value >> 8), (byte)value);
        return true;
    }

    /// <summary>From 1 (the same) to 21 (black on white). WCAG 2.2, "contrast ratio".</summary>
    public double ContrastWith(Colour other)
    {
        var (one, two) = (Luminance, other.Luminance);
        return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
    }

    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    private static double Linear(byte value)
    {
        var part = value / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    }
}
