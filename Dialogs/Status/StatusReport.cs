using System.Text.Json;
using ResetBot.Cards.Answers;
using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Policy;

namespace ResetBot.Dialogs.Status;

/// <summary>Shows people how their own account and its recovery stand.</summary>
public sealed class StatusReport(Desks desks, IAuditTrail trail, Refusals refusals)
{
    private const int RecentSteps = 5;

    private static readonly HashSet<string> Shown =
    [
        nameof(AuditEvent.CaseStarted), nameof(AuditEvent.CaseCompleted), nameof(AuditEvent.CaseCancelled), nameof(AuditEvent.CaseExpired),
        nameof(AuditEvent.CaseFailed), nameof(AuditEvent.ResetDone), nameof(AuditEvent.UnlockDone),
        nameof(AuditEvent.ChangeDone), nameof(AuditEvent.MethodAdded), nameof(AuditEvent.MethodReplaced), nameof(AuditEvent.MethodRemoved),
        nameof(AuditEvent.MethodPaused), nameof(AuditEvent.RecoveryPaused), nameof(AuditEvent.SendsPaused),
        nameof(AuditEvent.CoolingBegan), nameof(AuditEvent.RecoveryFrozen), nameof(AuditEvent.RecoveryOpened),
    ];

    public async Task ShowAsync(DialogContext context)
    {
        try
        {
            var account = await desks.Directory.FindByObjectIdAsync(context.Conversation.Reference.ObjectId ?? "", context.Cancellation);
            if (account is null)
            {
                context.Show(refusals.Of(context, new CaseStart.UnknownAccount()));
                return;
            }

            context.Show(Draw(context, account, await AccountRecord.OfAsync(context.Work, account.Id, context.Cancellation)));
        }
        catch (DirectoryUnavailableException)
        {
            context.Show(refusals.Of(context, new CaseStart.DirectoryUnavailable()));
        }
    }

    private StatusCard Draw(DialogContext context, Account account, AccountRecord record)
    {
        var ruling = desks.Policies.Rule(account, Operation.Reset);
        var permits = ruling as PolicyRuling.Permits;
        var allowed = permits?.Methods ?? desks.Policies.InForce.Of(account)?.MethodsAllowed ?? [];
        var methods = desks.Judge.Apart(desks.Judge.Judge(record, account, allowed, [], permits?.Gates ?? AdministratorFloor.Gates, context.Work.Now));
        var paused = AttemptLimiter.PausedUntil(record, context.Work.Now);
        return new StatusCard
        {
            UserName = account.UserName,
            Methods =
            [
                .. methods.Select(method => new MethodLine(
                    Methods.Word(method.Method.Kind), method.Method.Masked, Methods.Explain(context, method.Method, method.Standing))),
            ],
            Needed = permits?.Gates ?? 0,
            Refusal = Refusal(context, record, ruling),
            Counting = desks.Judge.Counting(methods),
            Locked = account.Locked,
            Disabled = !account.Enabled,
            MustChange = account.MustChangePassword,
            PasswordChangedAt = Local(context, account.PasswordChangedAt),
            PasswordExpiresAt = Local(context, account.PasswordExpiresAt),
            PausedUntil = Local(context, paused == DateTimeOffset.MaxValue ? null : paused),
            Recent = Recent(context, account.Id),
        };
    }

    private static string? Refusal(DialogContext context, AccountRecord record, PolicyRuling ruling) => record switch
    {
        { FrozenAt: not null } => context.Words.Say("refusal.stopped"),
        { Closed: true } => context.Words.Say("refusal.closed"),
        _ => ruling is PolicyRuling.Permits ? null : Refusals.Why(context, ruling),
    };

    private List<(DateTimeOffset At, string Event)> Recent(DialogContext context, AccountId account)
    {
        List<(DateTimeOffset, string)> recent = [];
        foreach (var body in trail.Recent(account.ToString(), 50))
        {
            using var step = JsonDocument.Parse(body);
            var happened = step.RootElement.GetProperty("event").GetString()!;
            if (Shown.Contains(happened) && recent.Count < RecentSteps)
            {
                recent.Add((context.Local(step.RootElement.GetProperty("at").GetDateTimeOffset()), happened));
            }
        }

        return recent;
    }

    private static DateTimeOffset? Local(DialogContext context, DateTimeOffset? moment) => moment is { } known ? context.Local(known) : null;
}
