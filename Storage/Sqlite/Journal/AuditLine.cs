using ResetBot.Recovery.Audit;

namespace ResetBot.Storage.Sqlite.Journal;

/// <summary>A record of the audit trail, and the account that it is about.</summary>
internal sealed record AuditLine(AuditRecord Record, string? Account);
