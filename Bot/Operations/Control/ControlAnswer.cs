namespace ResetBot.Bot.Operations.Control;

/// <summary>What came of a request.</summary>
/// <param name="ExitCode">0: done; 1: refused; 2: it cannot be done now.</param>
/// <param name="Lines">What is said about it.</param>
/// <param name="Text">The file that was asked for; null when none was.</param>
internal sealed record ControlAnswer(int ExitCode, IReadOnlyList<string> Lines, string? Text = null)
{
    public const int Done = 0;
    public const int Refused = 1;
    public const int Impossible = 2;
}
