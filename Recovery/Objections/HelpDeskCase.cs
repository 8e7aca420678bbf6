using System.Text.Json.Serialization;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Objections;

/// <summary>What the help desk has to look into: somebody said that something was not they. It is open until recovery of the account is.</summary>
public sealed class HelpDeskCase : IDocument
{
    public static string Kind => "help_desk_case";

    public static bool IsReadAgain => false;

    /// <summary>What people call it on the phone.</summary>
    public required string Key { get; init; }

    public required AccountId Account { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Who said it: a channel and its id of the person, or the notice whose link was used.</summary>
    public required string OpenedBy { get; init; }

    /// <summary>The recovery case that it is about; null when it is about none.</summary>
    public string? About { get; init; }

    [JsonInclude]
    public DateTimeOffset? ClosedAt { get; internal set; }

    /// <summary>Who closed it.</summary>
    [JsonInclude]
    public string? ClosedBy { get; internal set; }

    // An open one waits for somebody.
    [JsonIgnore]
    public DateTimeOffset? DueAt => ClosedAt is null ? OpenedAt : null;

    // As long as the cases of people, which it is about.
    [JsonIgnore]
    public DateTimeOffset? OutlivedAt => ClosedAt + TimeSpan.FromDays(90);

    /// <summary>A number that is no other case's.</summary>
    internal static async Task<string> NumberAsync(IUnitOfWork work, CancellationToken cancellation)
    {
        while (true)
        {
            var number = "HD-" + Draw.Digits(7);
            if (await work.FindAsync<HelpDeskCase>(number, cancellation) is null)
            {
                return number;
            }
        }
    }
}
