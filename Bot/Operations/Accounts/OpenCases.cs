using ResetBot.Bot.Operations.Control;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Objections;
using ResetBot.Recovery.Work;
using ResetBot.Storage;

namespace ResetBot.Bot.Operations.Accounts;

/// <summary>Lists what the help desk has to look into.</summary>
internal sealed class OpenCases(IDirectory directory, IDueDocuments documents, IUnitsOfWork units)
{
    private const int Most = 200;

    /// <summary>The oldest first, one line each.</summary>
    /// <exception cref="DirectoryUnavailableException">The directory does not answer.</exception>
    public async Task<ControlAnswer> ListAsync(CancellationToken cancellation)
    {
        List<string> lines = [];
        foreach (var number in documents.Due<HelpDeskCase>(DateTimeOffset.MaxValue, Most))
        {
            if (await units.RunAsync(work => work.FindAsync<HelpDeskCase>(number, cancellation), cancellation) is { ClosedAt: null } open)
            {
                var name = (await directory.GetAsync(open.Account, cancellation))?.UserName ?? open.Account.ToString();
                lines.Add($"{open.Key}  {open.OpenedAt:yyyy-MM-dd HH:mm} UTC  {name}  “not me” by {open.OpenedBy}{(open.About is null ? "" : $", about case {open.About}")}");
            }
        }

        return new ControlAnswer(ControlAnswer.Done, lines.Count == 0 ? ["Nothing waits for the help desk."] : lines);
    }
}
