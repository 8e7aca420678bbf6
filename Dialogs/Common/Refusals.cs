using ResetBot.Cards.Answers;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Methods;

namespace ResetBot.Dialogs.Common;

/// <summary>Says why a case cannot begin, and what helps instead.</summary>
public sealed class Refusals(DialogOptions options)
{
    /// <summary>The card for an obstacle.</summary>
    public RefusalCard Of(DialogContext context, CaseStart obstacle) => obstacle switch
    {
        CaseStart.UnknownAccount => Plain(context, "refusal.unknownAccount", RefusalCodes.NotFound),
        CaseStart.AccountDisabled => Plain(context, "refusal.disabled", RefusalCodes.Disabled),
        CaseStart.Closed => Plain(context, "refusal.closed", null),
        CaseStart.DirectoryUnavailable => Plain(context, "refusal.directory", RefusalCodes.DirectoryUnreachable),
        CaseStart.Paused paused => Until(context, "refusal.paused", paused.Until),
        CaseStart.TooMany tooMany => Until(context, "refusal.tooMany", tooMany.Until),
        CaseStart.NotLocked => Plain(context, "refusal.notLocked", null) with { Advice = "reset" },
        CaseStart.AccountLocked => Plain(context, "refusal.locked", RefusalCodes.Locked) with { Advice = "unlock" },
        CaseStart.UnlocksUsed used => Until(context, "refusal.unlocksUsed", used.Until) with { Advice = "reset" },
        CaseStart.TooYoung young => Until(context, "refusal.tooYoung", young.Until, RefusalCodes.PasswordPolicy),
        CaseStart.NotEnoughMethods few => NotEnough(context, few),
        _ => throw new ArgumentOutOfRangeException(nameof(obstacle), obstacle.GetType().Name, "no such obstacle"),
    };

    /// <summary>A refusal that is one sentence.</summary>
    public RefusalCard Plain(DialogContext context, string name, string? code) => new(context.Words.Say(name), [], code, options.Link, null);

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
        return new RefusalCard(
            context.Words.Say(few.Operation == Operation.Unlock ? "refusal.notEnough.unlock" : "refusal.notEnough", few.Needed, counting), details, RefusalCodes.NotEnoughMethods, options.Link, "register");
    }
}
