using System.Text.Json;
using ResetBot.Recovery.Work;

namespace ResetBot.Storage.Documents;

/// <summary>A document as it was read or made in a unit of work, and whether it is to be saved.</summary>
internal abstract class DocumentChange
{
    /// <summary>The version that was read; 0 when there was none.</summary>
    public long Version { get; set; }

    public bool Save { get; set; }

    public abstract DocumentWrite ToWrite();
}

/// <inheritdoc/>
internal sealed class DocumentChange<T>(T? document) : DocumentChange
    where T : class, IDocument
{
    public T? Document { get; set; } = document;

    public override DocumentWrite ToWrite() => new(
        T.Kind,
        Version,
        new DocumentRow(
            Document!.Key,
            JsonSerializer.SerializeToUtf8Bytes(Document, DocumentJson.Options),
            Document.Owner,
            Document.DueAt?.ToUnixTimeMilliseconds(),
            Document.OutlivedAt?.ToUnixTimeMilliseconds()),
        T.IsReadAgain);
}
