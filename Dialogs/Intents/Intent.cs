namespace ResetBot.Dialogs.Intents;

/// <summary>What a person wants.</summary>
public enum Intent
{
    None,
    Reset,
    Register,
    Change,
    Unlock,
    Status,
    Help,
    Cancel,

    /// <summary>Go on here with what was begun where nobody knew the person.</summary>
    Continue,
    Language,
    HelpDesk,

    /// <summary>Something that I was told of was not me.</summary>
    NotMe,

    /// <summary>What waits for my word about somebody else.</summary>
    Approvals,

    /// <summary>For whom I vouch.</summary>
    Vouching,

    /// <summary>What is kept about me.</summary>
    Privacy,

    /// <summary>Let me look through my methods.</summary>
    Confirm,

    /// <summary>Give me what is kept about me.</summary>
    Export,

    /// <summary>Erase what is kept about me.</summary>
    Erase,

    /// <summary>Let me be known in another chat.</summary>
    Link,

    /// <summary>Forget who I am in other chats.</summary>
    Unlink,
}
