using ResetBot.Cards.Words;

namespace ResetBot.Cards;

/// <summary>What methods are called.</summary>
public static class MethodNames
{
    /// <summary>The word that can be typed for a method, the same in every language.</summary>
    public static string Typed(MethodWord method) => method switch
    {
        MethodWord.Email => "email",
        MethodWord.Sms => "sms",
        MethodWord.VoiceMobile => "call",
        MethodWord.VoiceOffice => "office",
        MethodWord.Authenticator => "authenticator",
        MethodWord.PushApproval => "push",
        MethodWord.Passkey => "passkey",
        MethodWord.RecoveryCodes => "codes",
        MethodWord.ManagerApproval => "manager",
        MethodWord.ColleagueVouching => "colleagues",
        MethodWord.Passcode => "passcode",
        MethodWord.SecurityQuestions => "questions",
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };

    /// <summary>A method in words.</summary>
    public static string Of(MethodWord method, WordBook words) => words.Say("method." + Typed(method));

    /// <summary>Methods in a row, each with the masked destination, or the people, where it has any.</summary>
    public static string List(IEnumerable<(MethodWord Method, string Masked)> methods, WordBook words) =>
        string.Join(", ", methods.Select(method => Of(method.Method, method.Masked, words)));

    /// <summary>A method in words, with the masked destination, or the people, where it has any.</summary>
    public static string Of(MethodWord method, string masked, WordBook words) =>
        masked.Length == 0 ? Of(method, words) : words.Say(method is MethodWord.ColleagueVouching or MethodWord.PushApproval ? "method.named" : "method.to", Of(method, words), masked);
}
