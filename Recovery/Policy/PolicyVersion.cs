using System.Globalization;
using System.Text.Json.Serialization;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Policy;

/// <summary>One version of the policies, as it was saved; it is never changed.</summary>
public sealed class PolicyVersion : IDocument
{
    public static string Kind => "policy_version";

    public static bool IsReadAgain => false;

    /// <summary>Counts from 1.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset SavedAt { get; init; }

    /// <summary>Who saved it: a channel and its id of the person, or a user of the machine.</summary>
    public required string By { get; init; }

    /// <summary>Why, in their words.</summary>
    public required string Why { get; init; }

    /// <summary>In the order in which they are asked.</summary>
    public required IReadOnlyList<AccountPolicy> Policies { get; init; }

    [JsonIgnore]
    public string Key => KeyOf(Number);

    internal static string KeyOf(int number) => number.ToString(CultureInfo.InvariantCulture);
}
