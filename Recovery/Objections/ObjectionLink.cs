using System.Text.Json.Serialization;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Objections;

/// <summary>A link in a notice, with which whoever got that says that it was not they. Its handle is not stored: the key is its hash.</summary>
public sealed class ObjectionLink : IDocument
{
    public static string Kind => "objection_link";

    public static bool IsReadAgain => false;

    public required string Key { get; init; }

    public required AccountId Account { get; init; }

    /// <summary>The case that the notice told of; null when it told of none.</summary>
    public required string? CaseId { get; init; }

    /// <summary>Which notice it stood in, by the name of its type.</summary>
    public required string Notice { get; init; }

    /// <summary>Where the notice went, masked.</summary>
    public required string SentTo { get; init; }

    /// <summary>The language of the notice.</summary>
    public required string Language { get; init; }

    /// <summary>When what the notice tells happened.</summary>
    public required DateTimeOffset HappenedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>When it was used; null as long as it was not.</summary>
    [JsonInclude]
    public DateTimeOffset? UsedAt { get; internal set; }

    [JsonIgnore]
    public string? Owner => Account.ToString();

    [JsonIgnore]
    public DateTimeOffset? OutlivedAt => ExpiresAt;
}
