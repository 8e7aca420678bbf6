using ResetBot.Cards.Answers;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Policy;

namespace ResetBot.Dialogs.Common;

/// <summary>Says why a case cannot begin, and what helps instead.</summary>
public sealed class Refusals(DialogOptions options)
{
    /// <summary>The card for an obstacle.</summary>
    public RefusalCard Of(DialogContext context, CaseStart obstacle)
    {
        var card = obstacle switch
        {
            CaseStart.UnknownAccount => Plain(context, "refusal.unknownAccount", RefusalCodes.NotFound),
            CaseStart.NotUnique => Plain(context, "refusal.notUnique", RefusalCodes.NotUnique),
            CaseStart.AccountDisabled disabled =>
                Plain(context, "refusal.disabled", disabled.OnPremises ? RefusalCodes.DisabledOnPremises : RefusalCodes.Disabled),
            CaseStart.Hindered hindered => Plain(context, "refusal.hindered." + hindered.Why, RefusalCodes.Of(hindered.Why)),
            CaseStart.Closed => Plain(context, "refusal.closed", null),
            CaseStart.Stopped => Plain(context, "refusal.stopped", null),
            CaseStart.DirectoryUnavailable => Plain(context, "refusal.directory", RefusalCodes.DirectoryUnreachable),
            CaseStart.Paused paused => Until(context, "refusal.paused", paused.Until),
            CaseStart.TooMany tooMany => Until(context, "refusal.tooMany", tooMany.Until),
            CaseStart.NotLocked => Plain(context, "refusal.notLocked", null) with { Advice = "reset" },
            CaseStart.AccountLocked => Plain(context, "refusal.locked", RefusalCodes.Locked) with { Advice = "unlock" },
            CaseStart.UnlocksUsed used => Until(context, "refusal.unlocksUsed", used.Until) with { Advice = "reset" },
            CaseStart.TooYoung young => Until(context, "refusal.tooYoung", young.Until, RefusalCodes.PasswordPolicy),
            CaseStart.NotPermitted refused => NotPermitted(context, refused.Why),
            CaseStart.NotEnoughMethods few => NotEnough(context, few),
            _ => throw new ArgumentOutOfRangeException(nameof(obstacle), obstacle.GetType().Name, "no such obstacle"),
        };
        return obstacle.HelpDesk is { } link ? card with { HelpDesk = link } : card;
    }

    /// <summary>A refusal that is one sentence.</summary>
    /// <param name="context">The turn.</param>
    /// <param name="name">The sentence.</param>
    /// <param name="code">What the help desk asks for; null when there is none.</param>
    /// <param name="helpDesk">The help desk that the policy of the account names; null means that of the installation.</param>
    public RefusalCard Plain(DialogContext context, string name, string? code, string? helpDesk = null) =>
        new(context.Words.Say(name), [], code, helpDesk ?? options.Link, null);

    /// <summary>Why the policies do not let an account do something, in words.</summary>
    public static string Why(DialogContext context, PolicyRuling ruling) => ruling switch
    {
        PolicyRuling.NoPolicy => context.Words.Say("refusal.noPolicy"),
        PolicyRuling.NotInGroup => context.Words.Say("refusal.notInGroup"),
        PolicyRuling.SwitchedOff => context.Words.Say("refusal.switchedOff"),
        PolicyRuling.OperationNotAllowed => context.Words.Say("refusal.operationNotAllowed"),
        PolicyRuling.NotLicensed { Policy.Licence: var tier } => context.Words.Say("refusal.notLicensed", context.Words.Say("licence." + tier)),
        _ => throw new ArgumentOutOfRangeException(nameof(ruling), ruling.GetType().Name, "no such refusal"),
    };

    private RefusalCard NotPermitted(DialogContext context, PolicyRuling ruling)
    {
        var code = ruling switch
        {
            PolicyRuling.NotInGroup => RefusalCodes.NotInGroup,
            PolicyRuling.SwitchedOff => RefusalCodes.Disabled,
            PolicyRuling.NotLicensed => RefusalCodes.NoLicence,
            _ => RefusalCodes.NoPolicy,
        };
        return new RefusalCard(Why(context, ruling), [], code, ruling.Source?.HelpDesk ?? options.Link, null);
    }

    private RefusalCard Until(DialogContext context, string name, DateTimeOffset until, string? code = null) =>
        new(context.Words.Say(name, context.Words.Moment(context.Local(until))), [], code, options.Link, null);

    private RefusalCard NotEnough(DialogContext context, CaseStart.NotEnoughMethods few)
    {
        var counting = few.Methods.Count(method => method.Standing is MethodStanding.Counts);
        List<string> details =
        [
            .. few.Methods.Select(method => Methods.Explain(context, method.Method, method.Standing)).Where(why => why.Length > 0),
            context.Words.Say("refusal.notEnoughAdvice"),
        ];
        var why = few switch
        {
            { Operation: Operation.Unlock } => context.Words.Say("refusal.notEnough.unlock", few.Needed, counting),
            { Needed: 1 } => context.Words.Say("refusal.notEnough.one"),
            _ => context.Words.Say("refusal.notEnough", few.Needed, counting),
        };
        return new RefusalCard(why, details, RefusalCodes.NotEnoughMethods, options.Link, "register");
    }
}
