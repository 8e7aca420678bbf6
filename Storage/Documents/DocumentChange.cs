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

    protected static DocumentFiling Filing(IDocument document) =>
        new(document.Owner, document.DueAt?.ToUnixTimeMilliseconds(), document.OutlivedAt?.ToUnixTimeMilliseconds());
}

/// <inheritdoc/>
internal sealed class DocumentChange<T>(T? document) : DocumentChange
    where T : class, IDocument
{
    private readonly DocumentFiling _before = document is null ? default : Filing(document);

    public T? Document { get; set; } = document;

    public override DocumentWrite ToWrite()
    {
        var row = new DocumentRow(Document!.Key, JsonSerializer.SerializeToUtf8Bytes(Document, DocumentKind<T>.Json), Filing(Document));
        return new DocumentWrite(DocumentKind<T>.Table, Version, row, _before, DocumentKind<T>.IsReadAgain);
    }
}
