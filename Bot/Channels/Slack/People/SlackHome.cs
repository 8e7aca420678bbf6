using System.Text.Json;
using ResetBot.Bot.Channels.Slack.Inbound;
using ResetBot.Bot.Channels.Slack.Installing;
using ResetBot.Bot.Channels.Wire;

namespace ResetBot.Bot.Channels.Slack.People;

/// <summary>Where the app is installed, as its token says, and whose people are served. What a request says of itself is compared with this and nothing else.</summary>
/// <param name="Team">The workspace of the token.</param>
/// <param name="Enterprise">Its organisation; null where there is none.</param>
/// <param name="Served">Workspaces, or the organisation as a whole.</param>
internal sealed record SlackHome(string Team, string? Enterprise, IReadOnlyCollection<string> Served)
{
    /// <summary>
    /// One of several installations, which serves its own workspace or organisation and no other. Its people are counted within it alone: two workspaces of
    /// one organisation, each with an installation of its own, have a bot and conversations of their own.
    /// </summary>
    public static SlackHome Of(SlackInstallation installation) => new(installation.Key, installation.Enterprise, [installation.Key]) { IsOneOfMany = true };

    private bool IsOneOfMany { get; init; }

    /// <summary>Whether a request is meant for this installation.</summary>
    public bool IsAddressed(SlackSender sender) =>
        sender.Team == Team || Served.Contains(sender.Team) || (sender.Enterprise is { } organisation && organisation == Enterprise && Served.Contains(organisation));

    /// <summary>The person under the ids of this installation: the same one wherever in it they write.</summary>
    public SlackSender Sender(string user) => new(Team, IsOneOfMany ? null : Enterprise, user);

    /// <summary>Whether somebody is a member of a workspace that is served. https://docs.slack.dev/reference/objects/user-object</summary>
    public bool IsMember(JsonElement user)
    {
        var organised = user.Member("enterprise_user"u8);
        if (organised.Text("enterprise_id"u8) is not { } organisation)
        {
            return user.Text("team_id"u8) is { } team && Served.Contains(team);
        }

        return organisation == Enterprise
            && (Served.Contains(organisation) || organised!.Value.Items("teams"u8).Any(team => team.ValueKind == JsonValueKind.String && Served.Contains(team.GetString()!)));
    }
}
