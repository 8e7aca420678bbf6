using ResetBot.Bot.Channels.Slack.Installing;
using ResetBot.Bot.Channels.Slack.People;
using ResetBot.Bot.Channels.Web;
using ResetBot.Bot.Demo;
using ResetBot.Bot.Outbox;
using ResetBot.Bot.Turns;
using ResetBot.Dialogs.Turns;
using ResetBot.Jobs.Upkeep;
using ResetBot.Recovery.Approvals;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Linking;
using ResetBot.Recovery.Objections;
using ResetBot.Recovery.Passwords.History;
using ResetBot.Recovery.SecurePages;
using ResetBot.Recovery.Vouching;
using ResetBot.Storage;

namespace ResetBot.Bot.Operations;

/// <inheritdoc cref="IUpkeep"/>
internal sealed partial class Upkeep(
    IDueDocuments due, IAuditTrail trail, HistoryDesk histories, Leavers leavers, TimeProvider clock, ILogger<Upkeep> logger) : IUpkeep
{
    // An hour's worth, so that the directory is asked about one account after the other and never about all of them at once.
    private const int MostAsked = 1000;

    public async Task<int> DeleteOutlivedAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        await ForgetPasswordsAsync(now, cancellation);
        await leavers.LookAfterAsync(now, MostAsked, cancellation);
        return await due.DeleteOutlivedAsync<SeenActivity>(now)
            + await due.DeleteOutlivedAsync<SentMessage>(now)
            + await due.DeleteOutlivedAsync<CaseBudget>(now)
            + await due.DeleteOutlivedAsync<CostPage>(now)
            + await due.DeleteOutlivedAsync<SecureLink>(now)
            + await due.DeleteOutlivedAsync<ObjectionLink>(now)
            + await due.DeleteOutlivedAsync<HelpDeskCase>(now)
            + await due.DeleteOutlivedAsync<ApproverRecord>(now)
            + await due.DeleteOutlivedAsync<ColleagueRecord>(now)
            + await due.DeleteOutlivedAsync<RecoveryCase>(now)
            + await due.DeleteOutlivedAsync<AccountRecord>(now)
            + await due.DeleteOutlivedAsync<StrangerRecord>(now)
            + await due.DeleteOutlivedAsync<Conversation>(now)
            + await due.DeleteOutlivedAsync<WebSession>(now)
            + await due.DeleteOutlivedAsync<WebTranscript>(now)
            + await due.DeleteOutlivedAsync<SlackPerson>(now)
            + await due.DeleteOutlivedAsync<SlackRemoval>(now)
            + await due.DeleteOutlivedAsync<SlackInstallation>(now)
            + await due.DeleteOutlivedAsync<SlackUsedState>(now)
            + await due.DeleteOutlivedAsync<ChatLink>(now)
            + await due.DeleteOutlivedAsync<ChatLinkCode>(now)
            + await due.DeleteOutlivedAsync<ChatLinkTries>(now)
            + await due.DeleteOutlivedAsync<DemoMessage>(now)
            + await due.DeleteOutlivedAsync<PasswordHistory>(now);
    }

    // Those of accounts that are gone; all of them at once when none are to be kept any more.
    private async Task ForgetPasswordsAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        var until = histories.IsOff ? DateTimeOffset.MaxValue : now;
        await histories.LookAfterAsync(due.Due<PasswordHistory>(until, MostAsked), cancellation);
    }

    public void NoteAuditHead()
    {
        var head = trail.Head();
        LogAuditHead(logger, head.Sequence, head.Hash);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Audit trail checkpoint: head {Sequence}:{Hash}")]
    private static partial void LogAuditHead(ILogger logger, long sequence, string hash);
}
