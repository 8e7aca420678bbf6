namespace ResetBot.Cards;

/// <summary>A method as cards know it; the names are the words that can be typed.</summary>
public enum MethodWord
{
    Email,
    Sms,
    VoiceMobile,
    VoiceOffice,
    Authenticator,
    PushApproval,
    Passkey,
    RecoveryCodes,
    ManagerApproval,
    ColleagueVouching,
    Passcode,
    SecurityQuestions,
}
