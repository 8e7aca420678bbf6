namespace ResetBot.Recovery.SecurityQuestions;

/// <summary>What an open page asks, and what is kept of the right answers.</summary>
public sealed record AskedQuestions(QuestionDraw Draw, KeptAnswers Kept);
