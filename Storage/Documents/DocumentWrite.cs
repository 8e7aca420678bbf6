namespace ResetBot.Storage.Documents;

/// <summary>A document that is to be saved if it still has the version that was read.</summary>
/// <param name="Table">The table of its kind.</param>
/// <param name="Version">The version that was read; 0 when there was none.</param>
/// <param name="Row">What is saved.</param>
/// <param name="Before">By what the version that was read is found: an index of what stays as it is need not be touched.</param>
/// <param name="IsReadAgain">Whether somebody reads it soon; what is only there to be looked up in case need not stay in memory.</param>
internal sealed record DocumentWrite(string Table, long Version, DocumentRow Row, DocumentFiling Before, bool IsReadAgain);
