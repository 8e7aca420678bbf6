using System.Security.Cryptography;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Secrets;

namespace ResetBot.Recovery.SecurityQuestions;

/// <summary>
/// Keeps answers so that they can be compared and not be read. What people answer can be guessed by trying, however slow the hash: it is encrypted
/// besides, for one account and one question, so that the database alone is no help, and nobody who writes into it exchanges answers.
/// </summary>
public sealed class AnswerKeeper(IKeyRing keys)
{
    /// <summary>What is kept of an answer. Slow by design: a tenth of a second.</summary>
    internal KeptAnswer Keep(AccountId account, string question, TypedAnswer answer) =>
        new(question, keys.Protect(Purpose(account, question), SlowHash.Of(answer)));

    /// <summary>Whether every question of a draw was answered right. All are compared, so that how long it takes tells nothing.</summary>
    internal bool AreRight(AccountId account, AskedQuestions asked, IReadOnlyList<TypedAnswer> answers) => asked.Draw.Questions
        .Select((question, index) => IsRight(account, asked.Kept.Answers.First(kept => kept.Question == question), answers[index]))
        .ToList()
        .TrueForAll(isRight => isRight);

    private bool IsRight(AccountId account, KeptAnswer kept, TypedAnswer answer)
    {
        try
        {
            return SlowHash.Matches(keys.Unprotect(Purpose(account, kept.Question), kept.ProtectedHash), answer);
        }
        catch (CryptographicException)
        {
            // Of a key that was lost, or written there by somebody: it is nobody's answer.
            return false;
        }
    }

    private static string Purpose(AccountId account, string question) => $"security-answer|{account}|{question}";
}
