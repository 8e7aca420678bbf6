namespace ResetBot.Recovery.Pushes;

/// <summary>What became of an answer in another chat.</summary>
public enum PushAnswer
{
    /// <summary>It was the number: the case goes on.</summary>
    Given,

    /// <summary>It is not the person who wants it; nothing goes on.</summary>
    Declined,

    /// <summary>It was another number; the question is over.</summary>
    WrongNumber,

    /// <summary>Nothing waits for this chat (any more).</summary>
    Gone,
}
