namespace ResetBot.Storage;

/// <summary>Where ResetBot's own memory is.</summary>
public sealed class StorageOptions
{
    /// <summary>The SQLite file. Default: <c>resetbot.db</c> in the data directory.</summary>
    public string File { get; set; } = "resetbot.db";

    /// <summary>How often a unit of work that lost against others is run before it fails. Default: 200, ours: more than can be in flight on one account.</summary>
    public int Tries { get; set; } = 200;

    /// <summary>How many units of work may wait for the writer; more are refused, and nothing of them is recorded. Default: 1000, ours.</summary>
    public int MostWaiting { get; set; } = 1000;

    /// <summary>How many bytes of documents are kept in memory, about. Default: 8 MB, ours: some 3,500 conversations.</summary>
    public long RecentBytes { get; set; } = 8_000_000;
}
