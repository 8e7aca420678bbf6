using System.Globalization;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Registration;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Limits;

/// <summary>
/// Counts text messages and calls for each country and day, and says when no more may leave. It only counts on documents of the unit of work, so that
/// parallel sends never make more of the cap than it is.
/// </summary>
public sealed class CostCap(CostCapOptions options, ICostAlarms alarms)
{
    /// <summary>The pages of a day and country: more than can be written to at once without getting in each other's way too often.</summary>
    internal const int Pages = 64;

    // What is not sent to anybody is counted here, so that it takes as long.
    private const string Nobody = "nobody";

    private bool IsOff => options.PerDay is null && options.Prefixes.Count == 0;

    /// <summary>
    /// Until when no code goes to the country of a number; <see cref="DateTimeOffset.MaxValue"/> when none ever does; null when one may now.
    /// </summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="key">Something that differs from sender to sender, and is the same again for one.</param>
    /// <param name="number">As it is kept.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<DateTimeOffset?> RefusedUntilAsync(IUnitOfWork work, string key, string number, CancellationToken cancellation)
    {
        var prefix = Destinations.CallingCode(number);
        if (CapOf(prefix) == 0)
        {
            return DateTimeOffset.MaxValue;
        }

        if (CapOf(prefix) is null || await FindRoomAsync(work, prefix, key, isStranger: false, cancellation) is not null)
        {
            return null;
        }

        await TellAsync(work, prefix, ofStrangers: false, cancellation);
        return Tomorrow(work);
    }

    /// <summary>Takes one message or call to a number from what may leave today; false when there is none left.</summary>
    internal Task<bool> TakeAsync(IUnitOfWork work, string key, string number, CancellationToken cancellation) =>
        TakeAsync(work, Destinations.CallingCode(number), key, isStranger: false, cancellation);

    /// <summary>The same for somebody who has proved nothing, and must not learn whether it left, or whether it would have.</summary>
    /// <param name="work">The unit of work.</param>
    /// <param name="key">Something that differs from sender to sender.</param>
    /// <param name="number">Empty when there is nobody to send to.</param>
    /// <param name="isMeant">It would leave but for the cap.</param>
    /// <param name="cancellation">Stops it.</param>
    internal async Task<bool> TakeBlindlyAsync(IUnitOfWork work, string key, string number, bool isMeant, CancellationToken cancellation)
    {
        if (IsOff)
        {
            return isMeant;
        }

        var prefix = Destinations.CallingCode(number);
        var isCounted = isMeant && CapOf(prefix) is not null;
        var left = isMeant && (!isCounted || await TakeAsync(work, prefix, key, isStranger: true, cancellation));
        if (!isCounted || !left)
        {
            await TakeAsync(work, Nobody, key, isStranger: true, cancellation);
        }

        return left;
    }

    /// <summary>Counts a notice, which leaves in any case.</summary>
    public async Task NoteAsync(IUnitOfWork work, string key, string number, CancellationToken cancellation)
    {
        var prefix = Destinations.CallingCode(number);
        if (CapOf(prefix) is null)
        {
            return;
        }

        var page = await FindRoomAsync(work, prefix, key, isStranger: false, cancellation) ?? await PageAsync(work, prefix, First(key), cancellation);
        page.Sent++;
        work.Save(page);
        await TellIfReachedAsync(work, prefix, key, isStranger: false, cancellation);
    }

    private async Task<bool> TakeAsync(IUnitOfWork work, string prefix, string key, bool isStranger, CancellationToken cancellation)
    {
        if (CapOf(prefix) is null)
        {
            return true;
        }

        if (await FindRoomAsync(work, prefix, key, isStranger, cancellation) is not { } page)
        {
            await TellAsync(work, prefix, ofStrangers: isStranger, cancellation);
            return false;
        }

        page.Sent++;
        page.ForStrangers += isStranger ? 1 : 0;
        work.Save(page);
        await TellIfReachedAsync(work, prefix, key, isStranger, cancellation);
        return true;
    }

    // Who looks at the last page sees that it was the last; where two fill the last two at once, the next who finds none tells.
    private async Task TellIfReachedAsync(IUnitOfWork work, string prefix, string key, bool isStranger, CancellationToken cancellation)
    {
        if (await FindRoomAsync(work, prefix, key, isStranger: false, cancellation) is null)
        {
            await TellAsync(work, prefix, ofStrangers: false, cancellation);
        }
        else if (isStranger && await FindRoomAsync(work, prefix, key, isStranger: true, cancellation) is null)
        {
            await TellAsync(work, prefix, ofStrangers: true, cancellation);
        }
    }

    private async Task<CostPage?> FindRoomAsync(IUnitOfWork work, string prefix, string key, bool isStranger, CancellationToken cancellation)
    {
        var cap = CapOf(prefix) ?? 0;
        var forStrangers = ForStrangers(cap);
        for (var step = 0; step < Pages; step++)
        {
            var number = (First(key) + step) % Pages;
            if (PartOf(cap, number) == 0)
            {
                continue;
            }

            var page = await PageAsync(work, prefix, number, cancellation);
            if (page.Sent < PartOf(cap, number) && (!isStranger || page.ForStrangers < PartOf(forStrangers, number)))
            {
                return page;
            }
        }

        return null;
    }

    private async Task TellAsync(IUnitOfWork work, string prefix, bool ofStrangers, CancellationToken cancellation)
    {
        var cap = CapOf(prefix) ?? 0;
        var first = await PageAsync(work, prefix, 0, cancellation);
        if (cap == 0 || prefix == Nobody || (ofStrangers ? first.ToldOfStrangers : first.Told))
        {
            return;
        }

        first.Told |= !ofStrangers;
        first.ToldOfStrangers |= ofStrangers;
        work.Save(first);
        var alarm = new CostAlarm(prefix, ofStrangers ? ForStrangers(cap) : cap, ofStrangers, Tomorrow(work));
        work.Append(new AuditEntry(AuditEvent.CostCapReached, null, null, "system", new Dictionary<string, string>
        {
            ["prefix"] = prefix,
            ["sent"] = alarm.Sent.ToString(CultureInfo.InvariantCulture),
            ["by"] = ofStrangers ? "strangers" : "all",
        }));
        alarms.Tell(work, alarm);
    }

    private static async Task<CostPage> PageAsync(IUnitOfWork work, string prefix, int number, CancellationToken cancellation)
    {
        var day = DateOnly.FromDateTime(work.Now.UtcDateTime);
        var key = CostPage.KeyOf(day, prefix, number);
        return await work.FindAsync<CostPage>(key, cancellation) ?? new CostPage { Key = key, Day = day };
    }

    private int? CapOf(string prefix) => prefix == Nobody ? int.MaxValue : options.Prefixes.TryGetValue(prefix, out var cap) ? cap : options.PerDay;

    private int ForStrangers(int cap) => (int)(((long)cap * options.StrangersPercent + 99) / 100);

    private static int PartOf(int whole, int number) => (whole / Pages) + (number < whole % Pages ? 1 : 0);

    private static int First(string key) => key.Sum(letter => letter) % Pages;

    private static DateTimeOffset Tomorrow(IUnitOfWork work) => new(work.Now.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);
}
