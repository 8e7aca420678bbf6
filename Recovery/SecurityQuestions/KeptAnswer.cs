namespace ResetBot.Recovery.SecurityQuestions;

/// <summary>The answer to one question: a salted slow hash, encrypted with a key that is not in the database.</summary>
/// <param name="Question">The name of the question.</param>
/// <param name="ProtectedHash">The encrypted hash.</param>
public sealed record KeptAnswer(string Question, string ProtectedHash)
{
    public override string ToString() => "[answer]";
}
