using System.Text.Json.Serialization;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Vouching;

/// <summary>Those whom a person named to vouch for them.</summary>
public sealed record NamedColleagues
{
    /// <summary>One is a manager's approval; two have to agree to deceive.</summary>
    public const int Fewest = 2;

    /// <summary>More would make it easier to find some who can be talked into it than to ask those who know the person.</summary>
    public const int Most = 10;

    /// <summary>In the order in which they were named.</summary>
    [JsonInclude]
    public IReadOnlyList<NamedColleague> All { get; internal set; } = [];

    /// <summary>How many have accepted.</summary>
    [JsonIgnore]
    public int Accepted => All.Count(colleague => colleague.CountsFrom is not null);

    /// <summary>What they are called.</summary>
    [JsonIgnore]
    public string Names => string.Join(", ", All.Select(colleague => colleague.Name));

    /// <summary>Those whose word counts.</summary>
    internal IEnumerable<NamedColleague> Counting(DateTimeOffset now) => All.Where(colleague => colleague.CountsFrom <= now);

    /// <summary>From when on the words of so many count; null when fewer have accepted.</summary>
    internal DateTimeOffset? CountFrom(int needed) =>
        All.Select(colleague => colleague.CountsFrom).Where(from => from is not null).Order().Skip(needed - 1).FirstOrDefault();

    internal NamedColleague? Find(AccountId colleague) => All.FirstOrDefault(known => known.Id == colleague);

    internal void Add(NamedColleague colleague) => All = [.. All, colleague];

    /// <summary>What a person says of a colleague whom they named; null when they did not.</summary>
    internal static async Task<NamedColleague?> FindAsync(IUnitOfWork work, AccountId colleague, AccountId person, CancellationToken cancellation) =>
        (await AccountRecord.OfAsync(work, person, cancellation)).Find(MethodKind.ColleagueVouching)?.Colleagues?.Find(colleague);

    /// <summary>Drops those who do not count yet; gives the method with just them, or nothing when there are none.</summary>
    internal static IEnumerable<RegisteredMethod> DropUncounted(IUnitOfWork work, AccountRecord record)
    {
        if (record.Find(MethodKind.ColleagueVouching) is not { Colleagues: { } colleagues } method
            || colleagues.All.Except(colleagues.Counting(work.Now)).ToList() is not { Count: > 0 } uncounted)
        {
            return [];
        }

        uncounted.ForEach(colleague => Drop(work, record, colleague));
        return [method with { Colleagues = new NamedColleagues { All = uncounted } }];
    }

    /// <summary>Drops one of those whom a person named, and with the last one the method.</summary>
    internal static void Drop(IUnitOfWork work, AccountRecord record, NamedColleague named)
    {
        var method = record.Find(MethodKind.ColleagueVouching)!;
        method.Colleagues!.All = [.. method.Colleagues.All.Where(known => known.Id != named.Id)];
        if (method.Colleagues.All.Count == 0)
        {
            record.Registered.Remove(method);
        }

        work.Save(record);
    }
}
