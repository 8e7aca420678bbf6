namespace ResetBot.ConversationTests.Sequences;

/// <summary>Who does something, and where.</summary>
internal enum Voice
{
    /// <summary>The owner of the account, in Teams.</summary>
    Owner,

    /// <summary>The owner, in Teams on another device.</summary>
    OwnersPhone,

    /// <summary>The owner, on the web page.</summary>
    OwnersBrowser,

    /// <summary>Whoever holds an open Teams session of the owner, and reads neither their mail nor their text messages.</summary>
    Thief,

    /// <summary>Another employee, in Teams as themselves.</summary>
    Colleague,

    /// <summary>Somebody on the internet, who names the owner on the web page.</summary>
    Stranger,

    /// <summary>Nobody of them: the clock, the machine, whoever writes policies.</summary>
    World,
}
