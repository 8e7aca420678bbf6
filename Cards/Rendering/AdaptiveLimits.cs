namespace ResetBot.Cards.Rendering;

/// <summary>
/// What the tables and charts of one Adaptive Card may take, in letters unless said otherwise. Teams takes messages of about 100 KB, of which each
/// letter is two bytes. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages
/// </summary>
internal static class AdaptiveLimits
{
    /// <summary>All tables and charts, as they are written, with what older clients show in their place.</summary>
    public const int Figures = 24_000;

    /// <summary>The text of the card for clients that show no cards.</summary>
    public const int FallbackText = 8_000;

    /// <summary>A cell of a table.</summary>
    public const int Cell = 500;

    /// <summary>Columns of a table: with more of them none can be read.</summary>
    public const int Columns = 8;

    /// <summary>Categories of a chart: with more of them none can be read.</summary>
    public const int Categories = 40;

    /// <summary>Series of a chart.</summary>
    public const int Series = 8;

    /// <summary>What is written around one cell or figure.</summary>
    public const int Around = 90;
}
