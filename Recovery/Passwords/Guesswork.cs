namespace ResetBot.Recovery.Passwords;

/// <summary>How hard a password is to guess, by zxcvbn: 0 (at once) to 4 (very hard).</summary>
internal sealed class Guesswork
{
    // The estimate takes a time that grows faster than the length, and says no more beyond this.
    private const int MostCharacters = 100;

    // One estimator, since making one reads its dictionaries; one user at a time, since it promises nothing else.
    private readonly Zxcvbn.Zxcvbn _estimator = new();
    private readonly Lock _turn = new();

    /// <summary>The result object holds the password in clear: only its score leaves this method.</summary>
    public int Score(ReadOnlySpan<char> password, IReadOnlyList<string> words)
    {
        var beginning = password[..Math.Min(password.Length, MostCharacters)].ToString();
        lock (_turn)
        {
            return beginning.Length == 0 ? 0 : _estimator.EvaluatePassword(beginning, words).Score;
        }
    }
}
