namespace ResetBot.Recovery.SecurePages;

/// <summary>What a secure page is for.</summary>
public enum LinkPurpose
{
    /// <summary>The current password, which the directory checks.</summary>
    CurrentPassword,

    /// <summary>The secret of an authenticator app, and a first code from it.</summary>
    AuthenticatorSetup,

    /// <summary>A new password.</summary>
    NewPassword,

    /// <summary>The current password, and a new one.</summary>
    ChangePassword,

    /// <summary>A new passkey, made by the browser.</summary>
    PasskeySetup,

    /// <summary>The use of a passkey, as a gate.</summary>
    UsePasskey,

    /// <summary>New recovery codes, to be kept.</summary>
    RecoveryCodes,

    /// <summary>Security questions, to be chosen and answered.</summary>
    SecurityQuestionSetup,

    /// <summary>The answers to security questions, as a gate.</summary>
    AnswerQuestions,

    /// <summary>What is kept of the person, to be taken away.</summary>
    Export,
}
