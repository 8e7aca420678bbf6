using ResetBot.Recovery.Cases;

namespace ResetBot.Dialogs.Push;

/// <summary>What <see cref="PushDialog"/> keeps.</summary>
public sealed class PushState
{
    /// <summary>Which case asks.</summary>
    public string CaseId { get; set; } = "";

    /// <summary>What its person wants.</summary>
    public Operation Operation { get; set; }

    /// <summary>The channel in which it is.</summary>
    public string Place { get; set; } = "";

    /// <summary>Until when it can be answered.</summary>
    public DateTimeOffset Until { get; set; }
}
