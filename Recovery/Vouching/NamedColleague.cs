using System.Text.Json.Serialization;
using ResetBot.Recovery.Accounts;

namespace ResetBot.Recovery.Vouching;

/// <summary>Somebody whom a person named to vouch for them.</summary>
public sealed record NamedColleague
{
    /// <summary>Who.</summary>
    public required AccountId Id { get; init; }

    /// <summary>What they are called.</summary>
    public required string Name { get; init; }

    /// <summary>The invitation that they were sent.</summary>
    public required string Invitation { get; init; }

    /// <summary>When they were named.</summary>
    public required DateTimeOffset NamedAt { get; init; }

    /// <summary>They were named at the first registration, or after two factors, and count as soon as they accept.</summary>
    public bool AtOnce { get; init; }

    /// <summary>The language of the person who named them, by two letters.</summary>
    public required string Language { get; init; }

    /// <summary>From when on their word counts; null as long as they have not accepted.</summary>
    [JsonInclude]
    public DateTimeOffset? CountsFrom { get; internal set; }
}
