namespace ResetBot.ConversationTests.Sequences;

/// <summary>What can be done.</summary>
internal enum Act
{
    /// <summary>Types one of <see cref="Deeds.Words"/>.</summary>
    Says,

    /// <summary>Types the code that came last for what is done here; who gets none, one that came to the owner for something else.</summary>
    TypesTheCode,

    TypesAnOldCode,

    TypesAWrongCode,

    /// <summary>Types a code that somebody else was sent.</summary>
    TypesAForeignCode,

    TapsACard,

    TapsAForeignCard,

    /// <summary>Opens the page of a card with its number.</summary>
    OpensThePage,

    OpensThePageWithAWrongNumber,

    /// <summary>Types on the open page what it asks for.</summary>
    FillsThePage,

    FillsThePageBadly,

    /// <summary>Sends the form of the page several times at once.</summary>
    SendsThePageTwice,

    /// <summary>Looks at the page of somebody else, guesses its number and tries to fill it.</summary>
    TriesAForeignPage,

    /// <summary>The channel delivers what was said last once more.</summary>
    Repeats,

    /// <summary>Time passes, and what runs on a clock runs.</summary>
    Waits,

    /// <summary>Time passes, and nothing runs.</summary>
    WaitsUnseen,

    /// <summary>Somebody signs in with wrong passwords until the account is locked.</summary>
    LocksTheAccount,

    /// <summary>One of <see cref="Deeds.Policies"/> comes into force.</summary>
    ChangesThePolicy,

    Restarts,
}
