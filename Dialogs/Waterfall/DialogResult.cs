namespace ResetBot.Dialogs.Waterfall;

/// <summary>How a dialog ended, told to the one that began it.</summary>
public enum DialogResult
{
    /// <summary>It did what it was for.</summary>
    Done,

    /// <summary>It could not.</summary>
    Failed,
}
