using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ResetBot.Testing.Conversations;

namespace ResetBot.Testing.Slack;

/// <summary>A member of the workspace, as Slack tells of them. https://docs.slack.dev/reference/objects/user-object</summary>
public sealed record SlackUser(string Id, string GivenName)
{
    /// <summary>What they call themselves.</summary>
    public string Name { get; set; } = GivenName;

    /// <summary>Where the person is a member, and writes.</summary>
    public SlackWorkspace At { get; init; } = SlackWorkspace.Own;

    public string Team { get => field ?? At.Team; set; }

    public string? Email { get; set; }

    public bool IsEmailConfirmed { get; set; } = true;

    public bool IsDeleted { get; set; }

    public bool IsBot { get; set; }

    public bool IsWorkflowBot { get; set; }

    public bool IsGuest { get; set; }

    public bool IsSingleChannelGuest { get; set; }

    public bool IsStranger { get; set; }

    /// <summary>Whose id Slack tells in place of this one's; null for the truth.</summary>
    public string? ToldAs { get; set; }

    public string Locale { get; init; } = "en-US";

    public string TimeZone { get; init; } = "Europe/Stockholm";

    /// <summary>The conversation of this person with the bot.</summary>
    public string Direct => "D" + Id[1..];

    /// <summary>Somebody has an id of their own in each organisation, and in each workspace that is of none.</summary>
    public static SlackUser Of(Person person, string locale = "en-US", SlackWorkspace? at = null)
    {
        var home = at is null || at == SlackWorkspace.Own ? "" : at.Enterprise ?? at.Team;
        var id = (at?.PeopleBegin ?? 'U') + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(person.ObjectId + home)))[..10];
        return new SlackUser(id, person.Name) { Email = person.UserName, Locale = locale, At = at ?? SlackWorkspace.Own };
    }

    /// <summary>What <c>users.info</c> gives; the address only with the scope for it.</summary>
    public JsonObject ToJson(bool withAddress)
    {
        var profile = new JsonObject { ["real_name"] = Name, ["display_name"] = Name, ["team"] = Team };
        if (withAddress && Email is not null)
        {
            profile["email"] = Email;
        }

        var user = new JsonObject
        {
            ["id"] = ToldAs ?? Id,
            ["team_id"] = Team,
            ["name"] = Name.ToLowerInvariant().Replace(' ', '.'),
            ["real_name"] = Name,
            ["deleted"] = IsDeleted,
            ["tz"] = TimeZone,
            ["locale"] = Locale,
            ["is_bot"] = IsBot,
            ["is_workflow_bot"] = IsWorkflowBot,
            ["is_restricted"] = IsGuest || IsSingleChannelGuest,
            ["is_ultra_restricted"] = IsSingleChannelGuest,
            ["is_stranger"] = IsStranger,
            ["is_email_confirmed"] = IsEmailConfirmed,
            ["profile"] = profile,
        };
        if (At.Enterprise is { } enterprise)
        {
            user["enterprise_user"] = new JsonObject { ["id"] = Id, ["enterprise_id"] = enterprise, ["teams"] = new JsonArray(Team) };
        }

        return user;
    }
}
