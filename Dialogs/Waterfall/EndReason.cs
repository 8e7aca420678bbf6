namespace ResetBot.Dialogs.Waterfall;

/// <summary>Why a dialog ends before its time.</summary>
public enum EndReason
{
    /// <summary>The person cancelled it, or began something else.</summary>
    Cancelled,

    /// <summary>Its question was left alone for too long.</summary>
    Expired,
}
