namespace ResetBot.Recovery.Methods;

/// <summary>A way to prove who somebody is.</summary>
public enum MethodKind
{
    /// <summary>A code sent to another e-mail address.</summary>
    Email,

    /// <summary>A code sent by text message to a mobile phone.</summary>
    Sms,

    /// <summary>A code that a call to a mobile phone reads out.</summary>
    VoiceMobile,

    /// <summary>A code that a call to the office phone reads out. Nobody registers the number: the directory has it.</summary>
    VoiceOffice,

    /// <summary>A code that an authenticator app shows (RFC 6238).</summary>
    Authenticator,

    /// <summary>A question in another chat of the person's, answered there with a number that stands where they recover their account. Never alone.</summary>
    PushApproval,

    /// <summary>A passkey (WebAuthn), used on the secure page with the device asking who it is. Phishing-resistant.</summary>
    Passkey,

    /// <summary>Codes that were shown once and kept by the person; each is good once.</summary>
    RecoveryCodes,

    /// <summary>A code that the help desk gave the person, once it had made sure who they are.</summary>
    Passcode,

    /// <summary>The word of the manager whom the directory names, who was told a number by the person.</summary>
    ManagerApproval,

    /// <summary>The words of several colleagues whom the person named beforehand, each of whom was told a number by the person.</summary>
    ColleagueVouching,

    /// <summary>A code sent to another e-mail address that the directory has. Proves a first registration, never a reset.</summary>
    DirectoryEmail,

    /// <summary>A code sent by text message to the mobile phone that the directory has. Proves a first registration, never a reset.</summary>
    DirectoryMobile,

    /// <summary>Answers that were given beforehand, to questions that are drawn of those. Others may find them out: never alone.</summary>
    SecurityQuestions,

    /// <summary>The present password, typed on the secure page. Proves a registration, never a reset.</summary>
    CurrentPassword,
}
