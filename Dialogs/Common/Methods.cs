using ResetBot.Cards;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery.Methods;

namespace ResetBot.Dialogs.Common;

/// <summary>Methods in the words of cards.</summary>
internal static class Methods
{
    /// <summary>Methods as people name them, in the order in which they are shown everywhere.</summary>
    public static IReadOnlyList<(MethodWord Method, string Masked)> Named(IEnumerable<RegisteredMethod> methods) =>
        [.. methods.OrderBy(method => method.Kind).Select(method => (Word(method.Kind), method.Masked))];

    public static MethodWord Word(MethodKind kind) => kind switch
    {
        MethodKind.Email or MethodKind.DirectoryEmail => MethodWord.Email,
        MethodKind.Sms or MethodKind.DirectoryMobile => MethodWord.Sms,
        MethodKind.VoiceMobile => MethodWord.VoiceMobile,
        MethodKind.VoiceOffice => MethodWord.VoiceOffice,
        MethodKind.Authenticator => MethodWord.Authenticator,
        MethodKind.PushApproval => MethodWord.PushApproval,
        MethodKind.Passkey => MethodWord.Passkey,
        MethodKind.RecoveryCodes => MethodWord.RecoveryCodes,
        MethodKind.ManagerApproval => MethodWord.ManagerApproval,
        MethodKind.ColleagueVouching => MethodWord.ColleagueVouching,
        MethodKind.Passcode => MethodWord.Passcode,
        MethodKind.SecurityQuestions => MethodWord.SecurityQuestions,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no word for it"),
    };

    /// <summary>Which of these methods is meant by a word; null when none is. No two of those that can be chosen have the same.</summary>
    public static MethodKind? Among(IEnumerable<(MethodKind Kind, string Masked)> methods, MethodWord word) =>
        methods.Where(method => Word(method.Kind) == word).Select(method => (MethodKind?)method.Kind).FirstOrDefault();

    /// <summary>The kind that is registered under a word.</summary>
    public static MethodKind Kind(MethodWord word) => word switch
    {
        MethodWord.Email => MethodKind.Email,
        MethodWord.Sms => MethodKind.Sms,
        MethodWord.VoiceMobile => MethodKind.VoiceMobile,
        MethodWord.VoiceOffice => MethodKind.VoiceOffice,
        MethodWord.Authenticator => MethodKind.Authenticator,
        MethodWord.PushApproval => MethodKind.PushApproval,
        MethodWord.Passkey => MethodKind.Passkey,
        MethodWord.RecoveryCodes => MethodKind.RecoveryCodes,
        MethodWord.ManagerApproval => MethodKind.ManagerApproval,
        MethodWord.ColleagueVouching => MethodKind.ColleagueVouching,
        MethodWord.Passcode => MethodKind.Passcode,
        MethodWord.SecurityQuestions => MethodKind.SecurityQuestions,
        _ => throw new ArgumentOutOfRangeException(nameof(word), word, "no kind for it"),
    };

    /// <summary>Why a registered method does not count now, in words; empty when it does.</summary>
    public static string Explain(DialogContext context, RegisteredMethod method, MethodStanding standing)
    {
        var name = MethodNames.Of(Word(method.Kind), method.Masked, context.Words);
        return standing switch
        {
            MethodStanding.Counts => "",
            MethodStanding.NotYet notYet => context.Words.Say("excluded.notYet", name, context.Words.Moment(context.Local(notYet.From))),
            MethodStanding.Paused paused => context.Words.Say("excluded.paused", name, context.Words.Moment(context.Local(paused.Until))),
            MethodStanding.DependsOnAccount => context.Words.Say("excluded.dependsOnAccount", name),
            MethodStanding.RingsInAccount => context.Words.Say("excluded.ringsInAccount", name),
            MethodStanding.OwnerMayChange => context.Words.Say("excluded.ownerMayChange", name),
            MethodStanding.GroupUsed => context.Words.Say("excluded.groupUsed", name),
            MethodStanding.UsedUp => context.Words.Say("excluded.usedUp", name),
            MethodStanding.Outdated => context.Words.Say("excluded.outdated", name),
            MethodStanding.TooFewColleagues few => context.Words.Say("excluded.tooFewColleagues", name, few.Accepted, few.Needed),
            MethodStanding.NeverAlone => context.Words.Say("excluded.neverAlone", name),
            MethodStanding.CountsOnce once => context.Words.Say("excluded.countsOnce", name, MethodNames.Of(Word(once.With), context.Words)),
            MethodStanding.NotAllowed => context.Words.Say("excluded.notAllowed", name),
            MethodStanding.NeedsResistance => context.Words.Say("excluded.needsResistance", name),
            MethodStanding.NotOffered => context.Words.Say("excluded.notOffered", name),
            _ => throw new ArgumentOutOfRangeException(nameof(standing), standing, "no such standing"),
        };
    }
}
