namespace ResetBot.Cards.Model;

/// <summary>How a paragraph speaks. The words say it too: colour is never the only sign.</summary>
public enum Tone
{
    Plain,

    /// <summary>Beside the point, smaller.</summary>
    Quiet,

    Good,

    Warning,
}
