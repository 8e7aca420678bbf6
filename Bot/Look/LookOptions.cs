namespace ResetBot.Bot.Look;

/// <summary>Whose service it looks like: on pages, cards and mails. Where the help desk is reached is <c>HelpDesk:Link</c>.</summary>
public sealed class LookOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Look";

    /// <summary>What the service calls itself: 1 to 40 characters, none of them invisible. Default: ResetBot, ours.</summary>
    public string Name { get; set; } = "ResetBot";

    /// <summary>
    /// Path of a PNG, SVG, JPEG or WebP file of at most 256 KiB, shown 32 pixels high. Where a page is dark it stands on a white plate, so it
    /// should be drawn for white ground. PNG and JPEG of at most 32 KiB go into mails too. Default: none, our own icon in the accent colour.
    /// </summary>
    public string Logo { get; set; } = "";

    /// <summary>
    /// The colour of buttons and links on light ground, <c>#rrggbb</c>. It is checked against the grounds of the page and the white text on it:
    /// a contrast of 4.5:1, WCAG 2.2 §1.4.3. Default: #3451c6, ours.
    /// </summary>
    public string AccentColour { get; set; } = "#3451c6";

    /// <summary>
    /// The same on dark ground, where the text on it is nearly black: a contrast of 4.5:1, WCAG 2.2 §1.4.3. Default: #7c93ff, ours.
    /// </summary>
    public string AccentColourDark { get; set; } = "#7c93ff";
}
