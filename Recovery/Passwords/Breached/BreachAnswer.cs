namespace ResetBot.Recovery.Passwords.Breached;

/// <summary>What a source of breached passwords says to one.</summary>
public abstract record BreachAnswer
{
    private BreachAnswer()
    {
    }

    /// <summary>It does not stand there.</summary>
    public sealed record Absent : BreachAnswer;

    /// <summary>It was found in breaches this often.</summary>
    public sealed record Present(long Times) : BreachAnswer;

    /// <summary>The source cannot be asked now, or what it holds cannot be trusted.</summary>
    public sealed record Unavailable : BreachAnswer;
}
