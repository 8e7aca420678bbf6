namespace ResetBot.Bot.Channels.Slack.Installing;

/// <summary>What came of asking for another token of an installation.</summary>
internal abstract record SlackNextToken
{
    private SlackNextToken()
    {
    }

    /// <summary>The token to use from now on. It is kept.</summary>
    internal sealed record Given(string Token) : SlackNextToken
    {
        // What holds a token is never printed.
        public override string ToString() => "(token)";
    }

    /// <summary>There is none to be had in place of the one that there is.</summary>
    internal sealed record None : SlackNextToken;

    /// <summary>There is none to be had for this app, wherever it is installed, until somebody changes its settings or ours.</summary>
    /// <param name="Error">Slack's word for why.</param>
    internal sealed record NotForThisApp(string Error) : SlackNextToken;
}
