using ResetBot.Recovery.Work;

namespace ResetBot.Storage;

/// <summary>Finds documents whose time has come, or that belong to somebody, or that come last.</summary>
public interface IDueDocuments
{
    /// <summary>The keys of the documents of a kind that were due at or before a moment, the oldest first.</summary>
    IReadOnlyList<string> Due<T>(DateTimeOffset until, int most)
        where T : class, IDocument;

    /// <summary>The keys of the documents of a kind that are due last, the oldest of them first.</summary>
    IReadOnlyList<string> Last<T>(int most)
        where T : class, IDocument;

    /// <summary>The keys of the documents of a kind that belong to somebody or something (<see cref="IDocument.Owner"/>), the newest first.</summary>
    IReadOnlyList<string> OwnedBy<T>(string owner, int most)
        where T : class, IDocument;

    /// <summary>The last key of a kind that comes before a text, in the order of their bytes as UTF-8; null when there is none.</summary>
    string? LastKeyBefore<T>(string text)
        where T : class, IDocument;

    /// <summary>Deletes the documents of a kind that nobody needs since a moment (<see cref="IDocument.OutlivedAt"/>); returns how many.</summary>
    Task<int> DeleteOutlivedAsync<T>(DateTimeOffset until)
        where T : class, IDocument;
}
