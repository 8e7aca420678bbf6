namespace ResetBot.Testing.Conversations;

/// <summary>What becomes of a write in a directory that fails.</summary>
public enum FlakyWrite
{
    /// <summary>It is done and answered.</summary>
    Done,

    /// <summary>It fails before anything is done.</summary>
    NotDone,

    /// <summary>It is done, and the answer is lost.</summary>
    DoneAndLost,

    /// <summary>It is done, and no answer ever comes.</summary>
    DoneAndNeverAnswered,
}
