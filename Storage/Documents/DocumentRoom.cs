namespace ResetBot.Storage.Documents;

/// <summary>
/// Documents as bytes, side by side in blocks that stay where they are: each in an array of its own would live just long enough to be carried
/// through all generations of the collector. Not for several threads at once.
/// </summary>
/// <param name="mostBytes">How many bytes of memory it may take, about.</param>
internal sealed class DocumentRoom(long mostBytes)
{
    /// <summary>Longer bodies have no room, in bytes.</summary>
    public const int LongestBody = Block / 4;

    // What a key and its entry cost beside the characters.
    private const int Frame = 140;
    private const int Block = 1 << 17;

    // A body that grows a little, as those of conversations do, keeps its place.
    private const int Grain = 64;

    private readonly Dictionary<(string Table, string Key), Place> _places = [];
    private readonly List<byte[]> _blocks = [];
    private long _entries;
    private int _block;
    private int _free;

    public bool TryFind((string Table, string Key) name, out long version, out ReadOnlySpan<byte> body)
    {
        var isFound = _places.TryGetValue(name, out var place);
        version = place.Version;
        body = isFound ? _blocks[place.Block].AsSpan(place.Start, place.Length) : default;
        return isFound;
    }

    /// <summary>False when there is no room for it; what was there under its name is gone then.</summary>
    public bool TryPut((string Table, string Key) name, long version, ReadOnlySpan<byte> body)
    {
        var isKnown = _places.TryGetValue(name, out var place);
        if ((!isKnown || body.Length > place.Space) && !TryFindSpace(body.Length, out place))
        {
            Remove(name);
            return false;
        }

        body.CopyTo(_blocks[place.Block].AsSpan(place.Start));
        _places[name] = place with { Version = version, Length = body.Length };
        _entries += isKnown ? 0 : Size(name);
        return true;
    }

    public bool Remove((string Table, string Key) name)
    {
        var wasThere = _places.Remove(name);
        _entries -= wasThere ? Size(name) : 0;
        return wasThere;
    }

    /// <summary>Empties it. Its blocks are used again.</summary>
    public void Clear()
    {
        _places.Clear();
        (_entries, _block, _free) = (0, 0, 0);
    }

    private static long Size((string Table, string Key) name) => Frame + (2 * name.Key.Length);

    private bool TryFindSpace(int length, out Place place)
    {
        var space = (length + Grain - 1) / Grain * Grain;
        var (block, start) = _free + space <= Block ? (_block, _free) : (_block + 1, 0);
        place = new Place(0, block, start, 0, space);
        if (_entries + ((long)block * Block) + start + space > mostBytes)
        {
            return false;
        }

        if (block >= _blocks.Count)
        {
            _blocks.Add(GC.AllocateUninitializedArray<byte>(Block, pinned: true));
        }

        (_block, _free) = (block, start + space);
        return true;
    }

    // Space: how long a body can become where it is.
    private readonly record struct Place(long Version, int Block, int Start, int Length, int Space);
}
