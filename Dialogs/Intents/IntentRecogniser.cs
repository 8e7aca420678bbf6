using System.Text.RegularExpressions;

namespace ResetBot.Dialogs.Intents;

/// <summary>Understands what people want, in English and Swedish, whichever language the conversation is in.</summary>
public static partial class IntentRecogniser
{
    private static readonly Dictionary<string, Intent> Commands = new(StringComparer.OrdinalIgnoreCase)
    {
        ["reset"] = Intent.Reset,
        ["reset password"] = Intent.Reset,
        ["återställ"] = Intent.Reset,
        ["register"] = Intent.Register,
        ["registrera"] = Intent.Register,
        ["change"] = Intent.Change,
        ["byt"] = Intent.Change,
        ["unlock"] = Intent.Unlock,
        ["lås upp"] = Intent.Unlock,
        ["status"] = Intent.Status,
        ["help"] = Intent.Help,
        ["hjälp"] = Intent.Help,
        ["?"] = Intent.Help,
        ["continue"] = Intent.Continue,
        ["fortsätt"] = Intent.Continue,
        ["cancel"] = Intent.Cancel,
        ["stop"] = Intent.Cancel,
        ["quit"] = Intent.Cancel,
        ["avbryt"] = Intent.Cancel,
        ["sluta"] = Intent.Cancel,
        ["language"] = Intent.Language,
        ["språk"] = Intent.Language,
        ["helpdesk"] = Intent.HelpDesk,
        ["help desk"] = Intent.HelpDesk,
        ["kundtjänst"] = Intent.HelpDesk,
        ["it-support"] = Intent.HelpDesk,
    };

    private static readonly Dictionary<string, string> Languages = new(StringComparer.OrdinalIgnoreCase)
    {
        ["english"] = "en",
        ["engelska"] = "en",
        ["en"] = "en",
        ["swedish"] = "sv",
        ["svenska"] = "sv",
        ["sv"] = "sv",
    };

    public static Recognised Recognise(string text)
    {
        var words = Normalise(text);
        if (words.Length == 0)
        {
            return Recognised.Nothing;
        }

        if (Commands.TryGetValue(words, out var command))
        {
            return new Recognised(command, Exact: true);
        }

        return LanguageAsked(words) is { } language ? new Recognised(Intent.Language, Exact: true, language) : new Recognised(Free(words), Exact: false);
    }

    // What must not be done is looked at first: a sentence that says no is no request.
    private static Intent Free(string words)
    {
        if (Refusal().IsMatch(words))
        {
            return Intent.Cancel;
        }

        if (Denial().IsMatch(words))
        {
            return Intent.None;
        }

        if (HelpDesk().IsMatch(words))
        {
            return Intent.HelpDesk;
        }

        if (Unlock().IsMatch(words))
        {
            return Intent.Unlock;
        }

        if (Forgot().IsMatch(words))
        {
            return Intent.Reset;
        }

        if (Register().IsMatch(words))
        {
            return Intent.Register;
        }

        if (Change().IsMatch(words))
        {
            return Intent.Change;
        }

        if (Status().IsMatch(words))
        {
            return Intent.Status;
        }

        return Help().IsMatch(words) ? Intent.Help : Intent.None;
    }

    private static string? LanguageAsked(string words)
    {
        var match = LanguageName().Match(words);
        return match.Success ? Languages.GetValueOrDefault(match.Groups["name"].Value) : null;
    }

    private static string Normalise(string text)
    {
        var words = Spaces().Replace(text.Trim().ToLowerInvariant(), " ").TrimStart('/');
        return words.Length > 1 ? words.TrimEnd('.', '!', '?', ' ') : words;
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^(?:(?:language|språk|speak|in|på|tala|prata|switch to|byt till)\s+)?(?<name>english|engelska|swedish|svenska)(?:\s*,?\s*(?:please|tack))?$|^(?:language|språk)\s+(?<name>en|sv)$")]
    private static partial Regex LanguageName();

    [GeneratedRegex(@"^(?:no,? )?(?:never ?mind|forget (?:it|about it)|i changed my mind|stop (?:it|this|that)|abort|glöm det|strunta i det|det var inget|jag ångrar mig)\b")]
    private static partial Regex Refusal();

    [GeneratedRegex(@"\b(?:don'?t|do not|didn'?t|did not|haven'?t|have not|never|no need to|nobody)\s(?:\w+ )?(?:want to |need to |have to |like to )?(?:forg[eo]t(?:ten)?|lost|reset|recover|change|register|add|unlock)\b|\b(?:inte|aldrig|ej) (?:glömt|glömde|tappat|återställa?|nollställa?|byta?|ändra|registrera|lägga|låsa|vill|behöver)\b|\b(?:återställ|nollställ|byt|ändra|registrera|vill|behöver) (?:inte|aldrig)\b")]
    private static partial Regex Denial();

    [GeneratedRegex(@"\b(?:talk|speak|chat) (?:to|with) (?:a |an |the )?(?:human|person|agent|someone|help ?desk|support)\b|\b(?:prata|tala) med (?:en |någon |ett )?(?:människa|person|någon|helpdesk|support\w*|handläggare)\b")]
    private static partial Regex HelpDesk();

    [GeneratedRegex(@"\b(?:account|konto\w*|i'?m|i am|i got|jag är|jag blev)\b.*\b(?:locked|låst|utelåst|spärra[dt])\b|\block(?:ed)? me out\b|\bunlock (?:my|the) account\b|\blås(?:a)? upp\b.*\bkonto\w*\b")]
    private static partial Regex Unlock();

    [GeneratedRegex(@"\b(?:forg[eo]t(?:ten)?|forgetten|lost|can'?t remember|cannot remember|don'?t remember|do not remember|don'?t know|reset|recover)\b.*\b(?:pass ?word|passwrod|pasword|pw|pwd|log-?in)\b|\b(?:pass ?word|pw|pwd)\b.*\b(?:forgotten|forgot|lost|reset|doesn'?t work|does not work|not working)\b|\b(?:can'?t|cannot|can not|unable to) (?:log|sign) ?(?:in|on)\b|\b(?:glömt|glömde|glömmer|minns inte|kommer inte ihåg|vet inte|tappat|återställ\w*|nollställ\w*)\b.*\blösenord\w*\b|\blösenord\w*\b.*\b(?:glömt|funkar inte|fungerar inte|återställ\w*)\b|\b(?:kan inte|kommer inte|går inte att) (?:logga in|in)\b")]
    private static partial Regex Forgot();

    [GeneratedRegex(@"\b(?:register|enrol+|set ?up|add|registrera\w*|lägga? (?:till|in))\b.*\b(?:methods?|phone|mobile|number|e-?mail|authenticator|app|factor|mfa|metod\w*|telefon\w*|mobil\w*|nummer\w*|mejl\w*|e-?post\w*|autentiser\w*)\b|\bnew phone\b|\bny (?:telefon|mobil)\b")]
    private static partial Regex Register();

    [GeneratedRegex(@"\b(?:change|update|byta?|ändra)\b.*\b(?:pass ?word|pw|lösenord\w*)\b")]
    private static partial Regex Change();

    [GeneratedRegex(@"\b(?:my|mitt|min|show|visa)\b.*\b(?:status|methods|metoder)\b|\bwhen does my password expire\b|\bnär (?:går|slutar|löper) mitt lösenord\b|\bam i registered\b|\bär jag registrerad\b")]
    private static partial Regex Status();

    [GeneratedRegex(@"^(?:hi|hello|hey|hej|hallå|tjena|god morgon|good morning)\b.{0,20}$|\bwhat can (?:you|i) do\b|\bvad kan (?:du|jag) göra\b|\bhow does this work\b|\bhur funkar det\b|\bhur fungerar det\b|\b(?:help me|hjälp mig|i need help|behöver hjälp)\b")]
    private static partial Regex Help();
}
