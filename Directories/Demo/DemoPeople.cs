using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using ResetBot.Recovery.Accounts;

namespace ResetBot.Directories.Demo;

/// <summary>
/// Everybody, in memory: the stored people, kept up by every write, and the generated ones, computed. One process owns the file.
/// </summary>
internal sealed class DemoPeople
{
    private const int MostCalled = 5;

    private readonly ConcurrentDictionary<string, DemoEntry> _stored = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly DemoGroups _groups;
    private readonly TimeProvider _time;
    private readonly int _generated;

    public DemoPeople(DemoDatabase database, IOptions<DemoDirectoryOptions> options, TimeProvider time)
    {
        _time = time;
        _generated = options.Value.ExtraPeople;
        var (people, nesting) = database.ReadAll();
        _groups = new DemoGroups(nesting);
        foreach (var row in people)
        {
            Keep(row);
        }
    }

    public IEnumerable<DemoEntry> Seeded => _stored.Values.Where(entry => entry.Row.Seeded);

    public DemoEntry? ById(string id)
    {
        if (_stored.TryGetValue(id, out var entry))
        {
            return entry;
        }

        return GeneratedPeople.ById(id, _generated) is { } row ? new DemoEntry(row, _groups) : null;
    }

    /// <summary>By the whole user name, or by the short name before the @.</summary>
    public DemoEntry? ByUserName(string userName)
    {
        var name = userName.Trim();
        if (_names.TryGetValue(name, out var id) || _names.TryGetValue($"{name}@{DemoRules.Domain}", out id))
        {
            return ById(id);
        }

        return GeneratedPeople.ByUserName(name, _generated) is { } row ? ById(row.Id) : null;
    }

    /// <summary>By the whole or short user name, or by the display name; no more than can be told apart by another name.</summary>
    public IEnumerable<DemoEntry> Called(string typed)
    {
        var name = typed.Trim();
        if (ByUserName(name) is { } named)
        {
            return [named];
        }

        var stored = _stored.Values.Where(entry => entry.Row.DisplayName.Equals(name, StringComparison.OrdinalIgnoreCase)).Take(MostCalled);
        return GeneratedPeople.ByDisplayName(name, _generated) is { } row && ById(row.Id) is { } entry ? stored.Append(entry).DistinctBy(one => one.Row.Id) : stored;
    }

    public bool HasGroup(string name) =>
        _groups.Has(name) || _stored.Values.Any(entry => entry.Row.GroupName.Equals(name, StringComparison.OrdinalIgnoreCase));

    public Account? AccountOf(DemoEntry? entry) => entry?.At(_time.GetUtcNow());

    /// <summary>Takes over what a write has left in the file, where it differs from what was read.</summary>
    public void Keep(DemoRow read, DemoRow left)
    {
        if (left != read)
        {
            Keep(left);
        }
    }

    private void Keep(DemoRow row)
    {
        _stored[row.Id] = new DemoEntry(row, _groups);
        _names[row.UserName] = row.Id;
    }
}
