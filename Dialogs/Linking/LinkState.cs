using ResetBot.Dialogs.Common;

namespace ResetBot.Dialogs.Linking;

/// <summary>What <see cref="LinkDialog"/> keeps.</summary>
public sealed class LinkState : CaseState
{
    /// <summary>Until when the code that was shown last is good.</summary>
    public DateTimeOffset Until { get; set; }
}
