using ResetBot.Bot.Outbox;
using ResetBot.Bot.Turns;
using ResetBot.Jobs.Upkeep;
using ResetBot.Recovery.Audit;
using ResetBot.Storage;

namespace ResetBot.Bot.Operations;

/// <inheritdoc cref="IUpkeep"/>
internal sealed partial class Upkeep(IDueDocuments due, IAuditTrail trail, TimeProvider clock, ILogger<Upkeep> logger) : IUpkeep
{
    public async Task<int> DeleteOutlivedAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        return await due.DeleteDueAsync<SeenActivity>(now) + await due.DeleteDueAsync<SentMessage>(now);
    }

    public void NoteAuditHead()
    {
        var head = trail.Head();
        LogAuditHead(logger, head.Sequence, head.Hash);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Audit trail checkpoint: head {Sequence}:{Hash}")]
    private static partial void LogAuditHead(ILogger logger, long sequence, string hash);
}
