namespace ResetBot.Testing.Slack;

/// <summary>A token that an installation was given.</summary>
internal sealed class SlackGranted(string token, SlackWorkspace at, string scope, DateTimeOffset? until)
{
    public string Token => token;

    public SlackWorkspace At => at;

    public string Scope => scope;

    /// <summary>Until when it is good; null for ever.</summary>
    public DateTimeOffset? Until => until;

    /// <summary>It did not expire, and was exchanged for one that does: that can be done once.</summary>
    public bool IsExchanged { get; set; }

    /// <summary>Why it is worth nothing any more; null while it is.</summary>
    public string? Fault { get; set; }
}
