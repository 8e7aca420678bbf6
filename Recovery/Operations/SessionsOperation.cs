using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Operations;

/// <summary>Ends the sessions of an account whose password was reset, or whose owner says that somebody else is at it. Ending them twice changes nothing.</summary>
public sealed class SessionsOperation(IDirectory directory, IUnitsOfWork units)
{
    /// <summary>Carries an order out.</summary>
    /// <exception cref="DirectoryUnavailableException">The directory does not answer: it has to be asked again.</exception>
    public async Task RunAsync(SessionsOrder order, CancellationToken cancellation)
    {
        if (!await directory.EndSessionsAsync(order.Account, cancellation))
        {
            return;
        }

        await units.RunAsync(
            work =>
            {
                work.Append(new AuditEntry(AuditEvent.SessionsEnded, order.Account, order.CaseId, "system", AuditEntry.None));
                return Task.FromResult(true);
            },
            CancellationToken.None);
    }
}
