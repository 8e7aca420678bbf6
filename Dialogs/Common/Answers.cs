using System.Text.RegularExpressions;
using ResetBot.Cards;
using ResetBot.Cards.Words;

namespace ResetBot.Dialogs.Common;

/// <summary>Reads answers as people type them.</summary>
public static partial class Answers
{
    private static readonly Dictionary<string, MethodWord> MethodNamesTyped = new(StringComparer.OrdinalIgnoreCase)
    {
        ["email"] = MethodWord.Email,
        ["e-mail"] = MethodWord.Email,
        ["mail"] = MethodWord.Email,
        ["mejl"] = MethodWord.Email,
        ["e-post"] = MethodWord.Email,
        ["epost"] = MethodWord.Email,
        ["sms"] = MethodWord.Sms,
        ["text"] = MethodWord.Sms,
        ["text message"] = MethodWord.Sms,
        ["phone"] = MethodWord.Sms,
        ["mobile"] = MethodWord.Sms,
        ["telefon"] = MethodWord.Sms,
        ["mobil"] = MethodWord.Sms,
        ["textmeddelande"] = MethodWord.Sms,
        ["call"] = MethodWord.VoiceMobile,
        ["call me"] = MethodWord.VoiceMobile,
        ["phone call"] = MethodWord.VoiceMobile,
        ["voice"] = MethodWord.VoiceMobile,
        ["samtal"] = MethodWord.VoiceMobile,
        ["telefonsamtal"] = MethodWord.VoiceMobile,
        ["ring"] = MethodWord.VoiceMobile,
        ["ring mig"] = MethodWord.VoiceMobile,
        ["office"] = MethodWord.VoiceOffice,
        ["office phone"] = MethodWord.VoiceOffice,
        ["office phone call"] = MethodWord.VoiceOffice,
        ["kontor"] = MethodWord.VoiceOffice,
        ["kontoret"] = MethodWord.VoiceOffice,
        ["kontorstelefon"] = MethodWord.VoiceOffice,
        ["kontorstelefonen"] = MethodWord.VoiceOffice,
        ["jobbtelefonen"] = MethodWord.VoiceOffice,
        ["authenticator"] = MethodWord.Authenticator,
        ["authenticator app"] = MethodWord.Authenticator,
        ["app"] = MethodWord.Authenticator,
        ["totp"] = MethodWord.Authenticator,
        ["appen"] = MethodWord.Authenticator,
        ["autentiseringsapp"] = MethodWord.Authenticator,
        ["push"] = MethodWord.PushApproval,
        ["chat"] = MethodWord.PushApproval,
        ["other chat"] = MethodWord.PushApproval,
        ["my other chat"] = MethodWord.PushApproval,
        ["slack"] = MethodWord.PushApproval,
        ["teams"] = MethodWord.PushApproval,
        ["chatt"] = MethodWord.PushApproval,
        ["chatten"] = MethodWord.PushApproval,
        ["andra chatten"] = MethodWord.PushApproval,
        ["codes"] = MethodWord.RecoveryCodes,
        ["recovery code"] = MethodWord.RecoveryCodes,
        ["recovery codes"] = MethodWord.RecoveryCodes,
        ["backup codes"] = MethodWord.RecoveryCodes,
        ["koder"] = MethodWord.RecoveryCodes,
        ["reservkod"] = MethodWord.RecoveryCodes,
        ["reservkoder"] = MethodWord.RecoveryCodes,
        ["manager"] = MethodWord.ManagerApproval,
        ["my manager"] = MethodWord.ManagerApproval,
        ["manager approval"] = MethodWord.ManagerApproval,
        ["boss"] = MethodWord.ManagerApproval,
        ["chef"] = MethodWord.ManagerApproval,
        ["chefen"] = MethodWord.ManagerApproval,
        ["colleagues"] = MethodWord.ColleagueVouching,
        ["colleague"] = MethodWord.ColleagueVouching,
        ["my colleagues"] = MethodWord.ColleagueVouching,
        ["kollegor"] = MethodWord.ColleagueVouching,
        ["kollegorna"] = MethodWord.ColleagueVouching,
        ["kollega"] = MethodWord.ColleagueVouching,
        ["mina kollegor"] = MethodWord.ColleagueVouching,
        ["questions"] = MethodWord.SecurityQuestions,
        ["security question"] = MethodWord.SecurityQuestions,
        ["security questions"] = MethodWord.SecurityQuestions,
        ["frågor"] = MethodWord.SecurityQuestions,
        ["säkerhetsfråga"] = MethodWord.SecurityQuestions,
        ["säkerhetsfrågor"] = MethodWord.SecurityQuestions,
        ["passcode"] = MethodWord.Passcode,
        ["engångskod"] = MethodWord.Passcode,
        ["passkey"] = MethodWord.Passkey,
        ["pass key"] = MethodWord.Passkey,
        ["security key"] = MethodWord.Passkey,
        ["nyckel"] = MethodWord.Passkey,
        ["lösennyckel"] = MethodWord.Passkey,
    };

    /// <summary>Whether the text is a word of the product (<c>word.resend</c>), in any of its languages.</summary>
    public static bool Is(string text, string word) =>
        WordBook.Languages.Any(language => Same(text, WordBook.For(language).Say(word)));

    /// <summary>
    /// Which of two answers was given, by its number or its word (<c>word.notMeYes</c>): true for the first, false for the second, null for neither.
    /// </summary>
    public static bool? Either(string text, string first, string second) => text.Trim() switch
    {
        "1" => true,
        "2" => false,
        _ when Is(text, first) => true,
        _ when Is(text, second) => false,
        _ => null,
    };

    /// <summary>The method that a number (of those offered) or a name stands for; null when neither fits.</summary>
    public static MethodWord? Method(string text, IReadOnlyList<MethodWord> offered)
    {
        if (Index(text, offered.Count) is { } index)
        {
            return offered[index];
        }

        var trimmed = text.Trim().TrimEnd('.', ')');
        return MethodNamesTyped.TryGetValue(trimmed, out var method) && offered.Contains(method) ? method : null;
    }

    /// <summary>Which of so many answers a number stands for, from 0; null when it stands for none.</summary>
    public static int? Index(string text, int answers) =>
        int.TryParse(text.Trim().TrimEnd('.', ')'), out var number) && number >= 1 && number <= answers ? number - 1 : null;

    /// <summary>Which of these a number or a name stands for, from 0, the name by itself or behind a word of the product; null when it stands for none.</summary>
    public static int? Index(string text, IReadOnlyList<string> names, string? behind = null)
    {
        var heads = behind is null ? [""] : WordBook.Languages.Select(language => WordBook.For(language).Say(behind) + " ");
        var found = names.ToList().FindIndex(name => heads.Any(head => Same(text, head + name)));
        return found >= 0 ? found : Index(text, names.Count);
    }

    /// <summary>The code in what was typed or pasted: <c>123456</c>, <c>123 456</c>, <c>123-456</c>, or a whole message that holds just one.</summary>
    public static string? Code(string text, int digits)
    {
        var plain = new string([.. text.Where(letter => !char.IsWhiteSpace(letter) && letter is not ('-' or '.' or '\u2013' or '\u00a0'))]);
        if (plain.Length == digits && plain.All(char.IsAsciiDigit))
        {
            return plain;
        }

        var found = Groups().Matches(text)
            .Select(match => new string([.. match.Value.Where(char.IsAsciiDigit)]))
            .Where(candidate => candidate.Length == digits)
            .Distinct()
            .ToList();
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>The digits of a number match in what was typed; null when there are not just so many.</summary>
    public static string? Number(string text, int length)
    {
        var digits = new string([.. text.Where(char.IsAsciiDigit)]);
        return digits.Length == length && text.All(letter => char.IsAsciiDigit(letter) || char.IsWhiteSpace(letter) || char.IsPunctuation(letter)) ? digits : null;
    }

    private static bool Same(string left, string right) => string.Equals(left.Trim(), right, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"(?<![\d+])\d(?:[ \-\u2013\u00a0]?\d){5,7}(?!\d)")]
    private static partial Regex Groups();
}
