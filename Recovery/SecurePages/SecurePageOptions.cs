namespace ResetBot.Recovery.SecurePages;

/// <summary>How long the secure page can be opened and used (section <c>SecurePage</c>), and how long the link in a notice.</summary>
public sealed class SecurePageOptions
{
    /// <summary>How long a link can be opened. Default: 5 minutes, ours.</summary>
    public TimeSpan TimeToOpen { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long the page can be used once it is open, and by how much it can be extended once. Default: 10 minutes, ours; the extension is WCAG 2.2 §2.2.1.</summary>
    public TimeSpan TimeToFinish { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long the link in a notice can be used to say that it was not you. Default: 30 days, ours: people come back from holidays.</summary>
    public TimeSpan TimeToObject { get; set; } = TimeSpan.FromDays(30);
}
