using System.Globalization;
using System.Text.Json.Serialization;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Limits;

/// <summary>
/// A part of what was sent to one country on one day. A day has several, each with its part of the cap, so that those who send at once seldom write to
/// the same one; together they are exact.
/// </summary>
public sealed class CostPage : IDocument
{
    public static string Kind => "cost_page";

    public required string Key { get; init; }

    /// <summary>The day, in UTC.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>Text messages and calls.</summary>
    [JsonInclude]
    internal int Sent { get; set; }

    /// <summary>Those of them that were caused by people who had proved nothing.</summary>
    [JsonInclude]
    internal int ForStrangers { get; set; }

    /// <summary>On the first page: administrators were told that the cap is reached.</summary>
    [JsonInclude]
    internal bool Told { get; set; }

    /// <summary>On the first page: they were told that those who have proved nothing used up their part.</summary>
    [JsonInclude]
    internal bool ToldOfStrangers { get; set; }

    [JsonIgnore]
    public DateTimeOffset? OutlivedAt => new DateTimeOffset(Day.AddDays(2), TimeOnly.MinValue, TimeSpan.Zero);

    internal static string KeyOf(DateOnly day, string prefix, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd}/{prefix}/{number}");
}
