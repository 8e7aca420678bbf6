using ResetBot.Jobs.Writes;
using ResetBot.Recovery.Operations;
using ResetBot.Recovery.SecurePages;
using ResetBot.Storage;

namespace ResetBot.Bot.Operations;

/// <summary>Settles directory writes that a crash or a lost answer left open: at the start, and on a clock.</summary>
internal sealed partial class OpenWrites(IDueDocuments due, PasswordSettlement settlement, TimeProvider clock, ILogger<OpenWrites> logger)
    : IOpenWrites, IHostedService
{
    public async Task<int> SettleAsync(TimeSpan openFor, CancellationToken cancellation)
    {
        var open = due.Due<SecureLink>(clock.GetUtcNow() - openFor, 500);
        foreach (var key in open)
        {
            try
            {
                await settlement.AskAsync(key);
            }
            catch (Exception fault)
            {
                LogNotSettled(logger, fault);
            }
        }

        return open.Count;
    }

    // Nobody of this process has begun a write yet: all that are open were left by an earlier one.
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (await SettleAsync(TimeSpan.Zero, cancellationToken) is > 0 and var count)
        {
            LogLeftOpen(logger, count);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} directory writes were left open by an earlier process")]
    private static partial void LogLeftOpen(ILogger logger, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "A directory write that is open could not be settled; it is tried again")]
    private static partial void LogNotSettled(ILogger logger, Exception fault);
}
