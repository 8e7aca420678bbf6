using System.Text.Json;
using ResetBot.Cards.Answers;
using ResetBot.Cards.Model;
using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Policy;
using ResetBot.Recovery.Registration;

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
        nameof(AuditEvent.ColleagueNamed), nameof(AuditEvent.ColleagueAccepted), nameof(AuditEvent.ColleagueRemoved),
        nameof(AuditEvent.ColleagueWithdrew), nameof(AuditEvent.ColleagueLeft),
        nameof(AuditEvent.CoolingBegan), nameof(AuditEvent.RecoveryFrozen), nameof(AuditEvent.RecoveryOpened),
        nameof(AuditEvent.RegistrationConfirmed), nameof(AuditEvent.DataExported), nameof(AuditEvent.DataErased),
        nameof(AuditEvent.ChatLinked), nameof(AuditEvent.ChatUnlinked),
    ];

    /// <summary>The account of the person whom the channel knows.</summary>
    public Task ShowAsync(DialogContext context) => ShowAsync(context, () => KnownAsync(context));

    /// <summary>The account of a case that is proved.</summary>
    public Task ShowAsync(DialogContext context, RecoveryCase recoveryCase) =>
        ShowAsync(context, () => desks.Accounts.OfAsync(recoveryCase, context.Cancellation));

    /// <summary>What is shown of the account of the person whom the channel knows, for a place beside the conversation.</summary>
    /// <returns>The card, and whether the directory said how the account stands: else the card says that it did not.</returns>
    public Task<(ICard Card, bool IsWhole)> OfAsync(DialogContext context) => DrawAsync(context, () => KnownAsync(context));

    private Task<Account?> KnownAsync(DialogContext context) =>
        desks.Directory.FindByObjectIdAsync(context.Conversation.Reference.ObjectId ?? "", context.Cancellation);

    private async Task ShowAsync(DialogContext context, Func<Task<Account?>> find) => context.Show((await DrawAsync(context, find)).Card);

    private async Task<(ICard Card, bool IsWhole)> DrawAsync(DialogContext context, Func<Task<Account?>> find)
    {
        try
        {
            if (await find() is not { } account)
            {
                return (refusals.Of(context, new CaseStart.UnknownAccount()), true);
            }

            await desks.Vouching.DropLeaversAsync(context.Work, account, context.Cancellation);
            return (Draw(context, account, await AccountRecord.OfAsync(context.Work, account.Id, context.Cancellation)), true);
        }
        catch (DirectoryUnavailableException)
        {
            return (refusals.Of(context, new CaseStart.DirectoryUnavailable()), false);
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
            Refusal = Refusal(context, account, record, ruling),
            Counting = desks.Judge.Counting(methods),
            Locked = account.Locked,
            Disabled = !account.Enabled,
            MustChange = account.MustChangePassword,
            PasswordChangedAt = Local(context, account.PasswordChangedAt),
            PasswordExpiresAt = Local(context, account.PasswordExpiresAt),
            PausedUntil = Local(context, paused == DateTimeOffset.MaxValue ? null : paused),
            ShouldConfirm = context.KnowsPerson && Reconfirmation.IsDue(record, desks.Policies.InForce.Of(account), context.Work.Now),
            Linked = [.. record.LinkedPeople.Select(linked => (linked.Channel, linked.Name, context.Local(linked.At)))],
            Recent = Recent(context, account.Id),
        };
    }

    private static string? Refusal(DialogContext context, Account account, AccountRecord record, PolicyRuling ruling) => record switch
    {
        { FrozenAt: not null } => context.Words.Say("refusal.stopped"),
        { Closed: true } => context.Words.Say("refusal.closed"),
        _ when ruling is not PolicyRuling.Permits => Refusals.Why(context, ruling),
        _ => Preflight.Hinders(account, Operation.Reset) is { } why ? context.Words.Say("refusal.hindered." + why) : null,
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
