namespace ResetBot.Cards.Rendering;

/// <summary>What Slack takes in the blocks of one message, in characters unless said otherwise. https://docs.slack.dev/reference/block-kit/blocks</summary>
internal static class BlockLimits
{
    /// <summary>Blocks in a message.</summary>
    public const int Blocks = 50;

    /// <summary>A header's text.</summary>
    public const int Header = 150;

    /// <summary>The text of one block.</summary>
    public const int Text = 3000;

    /// <summary>A button's label.</summary>
    public const int Label = 75;

    /// <summary>The address that a button opens.</summary>
    public const int Address = 3000;

    /// <summary>Buttons in one row (elements of an actions block).</summary>
    public const int Row = 25;

    /// <summary>What stands in an empty field.</summary>
    public const int Placeholder = 150;

    /// <summary>What can be typed into a field.</summary>
    public const int Typed = 3000;

    /// <summary>All texts of a message together. Slack does not publish it: messages of about 13,200 were refused (slackapi/bolt-js#2509).</summary>
    public const int Sum = 11_500;

    /// <summary>Rows of a table below its headings. https://docs.slack.dev/reference/block-kit/blocks/data-table-block</summary>
    public const int TableRows = 100;

    /// <summary>Columns of a table.</summary>
    public const int TableColumns = 20;

    /// <summary>All cells of the tables of a message together.</summary>
    public const int TableText = 10_000;

    /// <summary>A chart's title, and the name of its axis. https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block</summary>
    public const int ChartTitle = 50;

    /// <summary>The name of a category, a part or a series of a chart.</summary>
    public const int ChartLabel = 20;

    /// <summary>Categories of a chart.</summary>
    public const int ChartPoints = 20;

    /// <summary>Parts of a pie, or series of another chart.</summary>
    public const int ChartSeries = 6;

    /// <summary>Charts in a message.</summary>
    public const int Charts = 2;
}
