namespace ResetBot.Cards.Model;

/// <summary>How a chart shows its figures, where it can be drawn.</summary>
public enum ChartKind
{
    /// <summary>Parts of a whole.</summary>
    Pie,

    /// <summary>Figures side by side.</summary>
    Bar,

    /// <summary>Figures that follow each other.</summary>
    Line,
}
