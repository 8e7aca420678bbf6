namespace ResetBot.Storage.Documents;

/// <summary>A document as it stands in its table.</summary>
internal sealed record DocumentRow(string Key, byte[] Body, DocumentFiling Filing);
