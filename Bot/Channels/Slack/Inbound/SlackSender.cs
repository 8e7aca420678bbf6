using ResetBot.Dialogs.Turns;

namespace ResetBot.Bot.Channels.Slack.Inbound;

/// <summary>Who did something in Slack, as a signed request says it.</summary>
/// <param name="Team">The workspace in which it happened.</param>
/// <param name="Enterprise">The organisation of the workspace; null where there is none.</param>
/// <param name="User">The person's id.</param>
internal sealed record SlackSender(string Team, string? Enterprise, string User)
{
    /// <summary>Within what ids of people and conversations are unique: the organisation, or the workspace by itself.</summary>
    public string Home => Enterprise ?? Team;

    /// <summary>The person, wherever in the organisation.</summary>
    public string Key => In(User);

    /// <summary>The channel and its id of the person.</summary>
    public string Person => $"{SlackTurns.Channel}/{Key}";

    /// <summary>The person to whom a conversation belongs.</summary>
    public static SlackSender Of(ConversationReference reference)
    {
        var (home, user) = Apart(reference.UserId);
        var team = reference.TenantId ?? home;
        return new SlackSender(team, home == team ? null : home, user);
    }

    /// <summary>A place in which the person writes.</summary>
    public ConversationReference Reference(string place) => new() { Channel = SlackTurns.Channel, ConversationId = In(place), UserId = Key, TenantId = Team };

    /// <summary>An id of this home, unique among all.</summary>
    public string In(string id) => $"{Home}/{id}";

    /// <summary>The home and the id in it.</summary>
    public static (string Home, string Id) Apart(string key)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return (key[..slash], key[(slash + 1)..]);
    }
}
