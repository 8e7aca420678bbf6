using System.Text.Json.Serialization;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Channels.Slack.People;

/// <summary>What Slack said of a person, and whose account that makes theirs. Asked for anew after minutes.</summary>
internal sealed class SlackPerson : IDocument
{
    public static string Kind => "slack_person";

    /// <summary>The organisation or workspace, and the person's id in it.</summary>
    public required string Key { get; init; }

    public required DateTimeOffset AskedAt { get; set; }

    /// <summary>The id by which directories know the person; null when Slack does not say who they are in the company.</summary>
    public string? ObjectId { get; set; }

    /// <summary>Why nobody is served under this id; null when somebody is.</summary>
    public SlackRefusal? RefusedFor { get; set; }

    /// <summary>The link with an account that was there when Slack was asked, by its moment; null when none was, or none was looked for.</summary>
    public DateTimeOffset? LinkedAt { get; set; }

    public string Name { get; set; } = "";

    public string? Locale { get; set; }

    public string? TimeZone { get; set; }

    /// <summary>The conversation of the person with the bot; null until it was opened.</summary>
    public string? Direct { get; set; }

    [JsonIgnore]
    public string? Owner => ObjectId;

    // Whoever was not heard of for so long is asked about anew.
    [JsonIgnore]
    public DateTimeOffset? OutlivedAt => AskedAt + TimeSpan.FromDays(90);

    /// <summary>Nothing is known of the person, and Slack is asked when they come back. It is deleted with what is outlived.</summary>
    public void Forget() =>
        (AskedAt, ObjectId, RefusedFor, LinkedAt, Name, Locale, TimeZone, Direct) = (DateTimeOffset.UnixEpoch, null, null, null, "", null, null, null);
}
