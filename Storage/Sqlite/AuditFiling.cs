using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;

namespace ResetBot.Storage.Sqlite;

/// <summary>
/// Files records of the audit trail by account, many at a time, so that records about different accounts share the pages that they dirty. It
/// travels with commits of others. What is not filed yet is little enough to be searched.
/// </summary>
internal sealed partial class AuditFiling(SqliteStatements statements, ILogger logger)
{
    // Less than a millisecond of one commit among a hundred.
    private const int Portion = 512;

    private long? _filed;
    private long _notBefore;

    /// <summary>
    /// In which volume a record is filed. A volume is small enough for a portion to meet its pages again and again, and large enough for there to be
    /// few volumes to look into.
    /// </summary>
    public static long VolumeOf(long sequence) => sequence >> 14;

    /// <summary>Files a portion with the open transaction, if there is one to file.</summary>
    /// <param name="last">The number of the last record, that of the open transaction included.</param>
    public void Write(long last)
    {
        try
        {
            var filed = _filed ??= statements.With("SELECT until FROM audit_filed").Number();
            if (last - filed >= Portion && last >= _notBefore)
            {
                File(filed, filed + Portion);
            }
        }
        catch (SqliteException failure)
        {
            // Only that statement is undone, and what is not filed is found more slowly. Where SQLite undid all of the transaction, COMMIT says so.
            _notBefore = last + Portion;
            LogNotFiled(logger, failure, Portion);
        }
    }

    /// <summary>The transaction was undone: how far it is filed is asked again.</summary>
    public void Forget() => _filed = null;

    // What was entered before a failure, and not counted, is there already.
    private void File(long after, long until)
    {
        statements.With(
            """
            INSERT OR IGNORE INTO audit_by_account (volume, account, sequence)
            SELECT sequence >> 14, account, sequence FROM audit WHERE sequence > ?1 AND sequence <= ?2 AND account IS NOT NULL ORDER BY 1, 2, 3
            """,
            after, until).Run();
        statements.With("UPDATE audit_filed SET until = ?1", until).Run();
        _filed = until;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Records of the audit trail were not filed by account; it is tried again after {Portion} more")]
    private static partial void LogNotFiled(ILogger logger, Exception failure, int portion);
}
