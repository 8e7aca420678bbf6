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
        ["not me"] = Intent.NotMe,
        ["det var inte jag"] = Intent.NotMe,
        ["approvals"] = Intent.Approvals,
        ["approval"] = Intent.Approvals,
        ["approve"] = Intent.Approvals,
        ["godkännanden"] = Intent.Approvals,
        ["godkännande"] = Intent.Approvals,
        ["godkänn"] = Intent.Approvals,
        ["vouching"] = Intent.Vouching,
        ["vouch"] = Intent.Vouching,
        ["går i god"] = Intent.Vouching,
        ["gå i god"] = Intent.Vouching,
        ["privacy"] = Intent.Privacy,
        ["integritet"] = Intent.Privacy,
        ["confirm"] = Intent.Confirm,
        ["bekräfta"] = Intent.Confirm,
        ["export my data"] = Intent.Export,
        ["exportera mina uppgifter"] = Intent.Export,
        ["erase my data"] = Intent.Erase,
        ["radera mina uppgifter"] = Intent.Erase,
        ["link"] = Intent.Link,
        ["link slack"] = Intent.Link,
        ["koppla"] = Intent.Link,
        ["koppla slack"] = Intent.Link,
        ["unlink"] = Intent.Unlink,
        ["unlink slack"] = Intent.Unlink,
        ["koppla bort"] = Intent.Unlink,
        ["koppla bort slack"] = Intent.Unlink,
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

        return LanguageAsked(words) is { } language ? new Recognised(Intent.Language, Exact: true, language) : Judge(text);
    }

    // What is said without the command's own word. A language that is not understood is not the one that is asked for.
    private static Recognised Judge(string text)
    {
        var message = Message.Read(text);
        var intent = Rules.Judge(message);
        var names = intent == Intent.Language && message.Denied.IsEmpty
            ? message.Clauses.SelectMany(clause => clause.Words).Where(word => word.Is(Concept.LanguageName)).Select(word => Languages[word.Text]).Distinct().ToList()
            : [];
        return new Recognised(intent, Exact: false, names is [var one] && !message.Said.Has(Concept.Not) ? one : null);
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
}
