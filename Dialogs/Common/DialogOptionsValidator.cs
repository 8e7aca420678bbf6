using ResetBot.Cards;

namespace ResetBot.Dialogs.Common;

/// <summary>Lists what is wrong in <see cref="DialogOptions"/>.</summary>
public static class DialogOptionsValidator
{
    public static IEnumerable<string> Faults(DialogOptions options)
    {
        if (options.Link is { } link && !HelpDeskLink.IsOne(link))
        {
            yield return $"HelpDesk:Link is '{link}'; it must be an e-mail address or an https address.";
        }
    }
}
