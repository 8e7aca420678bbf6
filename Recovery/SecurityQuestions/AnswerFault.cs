namespace ResetBot.Recovery.SecurityQuestions;

/// <summary>What is wrong with a question that was chosen, or with its answer.</summary>
public enum AnswerFault
{
    /// <summary>No question was chosen, or none that there is.</summary>
    NoQuestion,

    /// <summary>The question was chosen before.</summary>
    QuestionTwice,

    /// <summary>There is no answer.</summary>
    Empty,

    TooShort,

    TooLong,

    /// <summary>Another question has the same answer.</summary>
    LikeAnother,

    /// <summary>Every word of it stands in its question.</summary>
    InQuestion,

    /// <summary>It is the name of the account or of its owner.</summary>
    OwnName,
}
