namespace ResetBot.Bot.Channels.Slack;

/// <summary>The Slack channel: how requests are proved, whom it serves, and how long it may take. A setting that configuration names as null counts as unset.</summary>
internal sealed class SlackOptions
{
    public const string Section = "Slack";

    /// <summary>
    /// The secret with which Slack signs its requests. Default: none, then nothing from Slack is let in. Source: the app's Basic Information.
    /// </summary>
    public string SigningSecret { get; set => field = value ?? ""; } = "";

    /// <summary>The secret before it was changed, for the day on which both are in use. Default: none. Source: the app's Basic Information.</summary>
    public string PreviousSigningSecret { get; set => field = value ?? ""; } = "";

    /// <summary>
    /// The app's own token (xapp-…, scope connections:write): with it the service asks Slack for connections (Socket Mode), and needs no public address.
    /// Default: none. Source: the app's Basic Information.
    /// </summary>
    public string AppToken { get; set => field = value ?? ""; } = "";

    /// <summary>
    /// Connections in Socket Mode at once: while one is renewed, or lost, the others go on. Default: 2, ours. Source: Slack takes ten for an app, those of
    /// all machines together.
    /// </summary>
    public int Sockets { get; set; } = 2;

    /// <summary>The bot's token in the one workspace that it is installed in (xoxb-…). Default: none. Source: the app's OAuth &amp; Permissions.</summary>
    public string BotToken { get; set => field = value ?? ""; } = "";

    /// <summary>
    /// The app's id as an OAuth client: with it and <see cref="ClientSecret"/> the app is installed at /slack/install, in each workspace or organisation that
    /// <see cref="AllowedWorkspaces"/> names, in place of <see cref="BotToken"/>. Default: none. Source: the app's Basic Information.
    /// </summary>
    public string ClientId { get; set => field = value ?? ""; } = "";

    /// <summary>The secret that goes with <see cref="ClientId"/>. Default: none. Source: the app's Basic Information.</summary>
    public string ClientSecret { get; set => field = value ?? ""; } = "";

    /// <summary>
    /// Workspaces (T…) and organisations (E…) whose people are served; where the app may be installed. Default: empty, which means the workspace of
    /// <see cref="BotToken"/>; with <see cref="ClientId"/> there has to be one, since anybody can try to install an app. Source: product rule.
    /// </summary>
    public IList<string> AllowedWorkspaces { get; set => field = value ?? []; } = [];

    /// <summary>
    /// Whether members cannot change their own e-mail address, because single sign-on or SCIM sets it. Only then does a confirmed address say whose
    /// account it is. Default: false. Source: product rule.
    /// </summary>
    public bool EmailsAreManaged { get; set; }

    /// <summary>
    /// Whether a person may have a file put into their own conversation, where it stays, and where who administers Slack can read it. Needs the scope files:write.
    /// Default: false, then files are only downloaded from a page. Source: product rule.
    /// </summary>
    public bool SendsFiles { get; set; }

    /// <summary>The Web API. Default: https://slack.com/api/. Source: Slack.</summary>
    public Uri ApiUrl { get; set; } = new("https://slack.com/api/");

    /// <summary>Where a browser is sent to install the app. Default: https://slack.com/oauth/v2/authorize. Source: Slack.</summary>
    public Uri AuthorizeUrl { get; set; } = new("https://slack.com/oauth/v2/authorize");

    /// <summary>How long what Slack says of a person is relied on. Default: 5 minutes. Source: product rule.</summary>
    public TimeSpan PersonKept { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Longest wait for a turn before its request is acknowledged; the turn goes on, and survives a crash. Default: 2 seconds. Source: Slack gives up
    /// after 3 seconds.
    /// </summary>
    public TimeSpan TurnLimit { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>
    /// Cards that lose their buttons in a minute, in one workspace, because their question was answered by typing; the others lose them when one is tapped. Default: 30.
    /// Source: Slack changes about 50 messages a minute for an app in a workspace, and some of them have to be changed.
    /// </summary>
    public int CardsClosedPerMinute { get; set; } = 30;

    /// <summary>Largest body of a request, in bytes. Default: 1,048,576 (1 MiB). Source: product rule; Slack's messages have at most 40,000 characters.</summary>
    public int MaxBodyBytes { get; set; } = 1024 * 1024;

    /// <summary>Slack sends requests here, and signs them.</summary>
    public bool TakesRequests => SigningSecret.Length > 0;

    /// <summary>The app is installed here, and each installation has a token of its own.</summary>
    public bool TakesInstalls => ClientId.Length > 0;

    /// <summary>The service connects to Slack itself.</summary>
    public bool UsesSockets => AppToken.Length > 0;
}
