using ResetBot.Dialogs.Waterfall;

namespace ResetBot.Dialogs.Common;

/// <summary>Says that no text messages and calls go to a country.</summary>
internal static class CostWords
{
    /// <summary>To somebody who wanted one.</summary>
    public static void Refuse(DialogContext context, DateTimeOffset until)
    {
        if (until == DateTimeOffset.MaxValue)
        {
            context.Say("code.capBlocked");
            return;
        }

        context.Say("code.capReached", context.Words.Moment(context.Local(until)));
    }

    /// <summary>Why a method cannot be chosen.</summary>
    public static string Explain(DialogContext context, string method, DateTimeOffset until) => until == DateTimeOffset.MaxValue
        ? context.Words.Say("excluded.capBlocked", method)
        : context.Words.Say("excluded.capReached", method, context.Words.Moment(context.Local(until)));
}
