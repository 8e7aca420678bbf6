namespace ResetBot.Directories.Demo;

/// <summary>Groups inside groups.</summary>
internal sealed class DemoGroups(IEnumerable<(string Group, string Inside)> nesting)
{
    private readonly ILookup<string, string> _inside = nesting.ToLookup(pair => pair.Group, pair => pair.Inside, StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<string>> _known = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();

    /// <summary>The group itself and every group that it stands in, in the order of their names.</summary>
    public IReadOnlyList<string> With(string group)
    {
        lock (_lock)
        {
            if (!_known.TryGetValue(group, out var all))
            {
                var found = new SortedSet<string>(StringComparer.Ordinal);
                Collect(group, found);
                _known[group] = all = [.. found];
            }

            return all;
        }
    }

    /// <summary>Whether a group stands in another or another in it.</summary>
    public bool Has(string group) =>
        _inside.Any(pair => Same(pair.Key, group) || pair.Any(outer => Same(outer, group)));

    private static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);

    private void Collect(string group, SortedSet<string> found)
    {
        if (!found.Add(group))
        {
            return;
        }

        foreach (var outer in _inside[group])
        {
            Collect(outer, found);
        }
    }
}
