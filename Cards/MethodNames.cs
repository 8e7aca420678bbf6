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
        MethodWord.Passkey => "passkey",
        MethodWord.RecoveryCodes => "codes",
        MethodWord.ManagerApproval => "manager",
        MethodWord.Passcode => "passcode",
        MethodWord.SecurityQuestions => "questions",
        _ => throw new ArgumentOutOfRangeException(nameof(method)),
    };

    /// <summary>A method in words.</summary>
    public static string Of(MethodWord method, WordBook words) => words.Say("method." + Typed(method));

    /// <summary>A method in words, with the masked destination where it has one.</summary>
    public static string Of(MethodWord method, string masked, WordBook words) =>
        masked.Length == 0 ? Of(method, words) : words.Say("method.to", Of(method, words), masked);
}
