namespace ResetBot.Bot.Channels.Web;

/// <summary>The chat page in the browser (section <c>Web</c>).</summary>
internal sealed class WebOptions
{
    public const string Section = "Web";

    /// <summary>Whether <c>/</c> is a chat page. Default: true, ours.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>
    /// Forms that one network address may send in a minute, and pages to install the Slack app that it may open; more get 429. Default: 120, ours (an office may
    /// share one address).
    /// </summary>
    public int FormsPerAddressPerMinute { get; set; } = 120;

    /// <summary>
    /// Forms are answered at the next multiple of this time, so that how long an answer takes does not tell what was found. Longer than the
    /// directory usually takes to find an account. Default: 250 milliseconds, ours; zero answers at once.
    /// </summary>
    public TimeSpan Pace { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>Pages that may wait for news at once, in all; further ones do without. Default: 2000, ours.</summary>
    public int MostListeners { get; set; } = 2000;

    /// <summary>The same for one network address. Default: 200, ours (an office may share one address).</summary>
    public int MostListenersPerAddress { get; set; } = 200;

    /// <summary>How long a conversation that was left is kept. Default: 1 hour, ours.</summary>
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromHours(1);
}
