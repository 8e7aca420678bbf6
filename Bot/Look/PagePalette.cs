namespace ResetBot.Bot.Look;

/// <summary>What the accent meets on a page: the grounds that it stands on, and the ink that stands on it. The same as in page.css.</summary>
/// <param name="Card">The ground of <c>main</c>.</param>
/// <param name="Paper">The ground around it.</param>
/// <param name="AccentInk">Text on the accent.</param>
internal sealed record PagePalette(Colour Card, Colour Paper, Colour AccentInk)
{
    public static PagePalette Light { get; } = new(new(0xff, 0xff, 0xff), new(0xf3, 0xf5, 0xf9), new(0xff, 0xff, 0xff));

    public static PagePalette Dark { get; } = new(new(0x16, 0x1b, 0x22), new(0x0d, 0x11, 0x17), new(0x0d, 0x11, 0x17));

    /// <summary>Where the accent is read worst, and how well there.</summary>
    public (double Contrast, Colour With) Worst(Colour accent) =>
        ((Colour[])[Card, Paper, AccentInk]).Select(other => (accent.ContrastWith(other), other)).MinBy(pair => pair.Item1);
}
