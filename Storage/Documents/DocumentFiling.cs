namespace ResetBot.Storage.Documents;

/// <summary>By what a document is found, beside its key: whom it belongs to, when it is due and from when on nobody needs it (Unix milliseconds).</summary>
internal readonly record struct DocumentFiling(string? Owner, long? DueAt, long? OutlivedAt);
