namespace ResetBot.Storage;

/// <summary>Where ResetBot's own memory is.</summary>
public sealed class StorageOptions
{
    /// <summary>The SQLite file. Default: <c>resetbot.db</c> in the data directory.</summary>
    public string File { get; set; } = "resetbot.db";

    /// <summary>How often a unit of work that lost against others is run before it fails. Default: 200, ours: more than can be in flight on one account.</summary>
    public int Tries { get; set; } = 200;
}
