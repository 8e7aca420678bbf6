namespace ResetBot.Testing.Slack;

/// <summary>A workspace in which people are, and how the app is installed there.</summary>
/// <param name="Team">Its id.</param>
/// <param name="Enterprise">The organisation that it is of; null where there is none.</param>
/// <param name="IsWhole">The app is installed in the organisation, for all its workspaces. https://docs.slack.dev/enterprise/organization-ready-apps</param>
public sealed record SlackWorkspace(string Team, string? Enterprise = null, bool IsWhole = false)
{
    /// <summary>That of a bot token in the configuration.</summary>
    public static readonly SlackWorkspace Own = new(SlackStandIn.Team);

    /// <summary>With what the ids of its people begin; in an organisation some begin with W. https://docs.slack.dev/enterprise/#user_ids</summary>
    public char PeopleBegin { get; init; } = 'U';

    /// <summary>What the installation is known by.</summary>
    public string Key => IsWhole ? Enterprise! : Team;

    /// <summary>Whether a bot that is installed here finds people of another workspace by their ids.</summary>
    public bool Reaches(SlackWorkspace other) => IsWhole ? other.Enterprise == Enterprise : other.Team == Team;
}
