namespace ResetBot.Storage.Documents;

/// <summary>A document as it was last saved: its version, 0 when there is none, and its JSON as UTF-8.</summary>
internal readonly record struct StoredDocument(long Version, byte[]? Body)
{
    public static StoredDocument None { get; }
}
