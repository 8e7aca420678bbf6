namespace ResetBot.Recovery.Methods;

/// <summary>What a method hangs on: who has that has every method of the group, so that methods of one group count once.</summary>
public enum FactorGroup
{
    /// <summary>A mailbox.</summary>
    Mailbox,

    /// <summary>A phone number, whether it is written or spoken to.</summary>
    PhoneNumber,

    /// <summary>
    /// The telephones of the company: another line than the mobile's, which no swapped SIM diverts. Where the directory has the mobile as the
    /// office phone, <see cref="MethodJudge"/> counts the two once.
    /// </summary>
    OfficePhone,

    /// <summary>The secret in an authenticator app.</summary>
    AuthenticatorApp,

    /// <summary>A session in a chat of the company: whoever holds the sign-in behind it may hold all of them.</summary>
    ChatSession,

    /// <summary>The private key in a device.</summary>
    Passkey,

    /// <summary>The word of other people of the company.</summary>
    OtherPeople,

    /// <summary>The help desk, which has made sure who somebody is.</summary>
    HelpDesk,

    /// <summary>A list on paper.</summary>
    PaperList,

    /// <summary>What somebody knows of their own life, and others may find out.</summary>
    Memory,

    /// <summary>The password of the account.</summary>
    Password,
}
