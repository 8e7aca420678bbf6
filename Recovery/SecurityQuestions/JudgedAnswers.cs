namespace ResetBot.Recovery.SecurityQuestions;

/// <summary>What answers were worth. Comparing is slow by design, so it is done before the unit of work in which they count.</summary>
/// <param name="DrawId">The draw that they answer; they are worth nothing for another one.</param>
/// <param name="AreRight">All of them are right.</param>
internal sealed record JudgedAnswers(string DrawId, bool AreRight);
