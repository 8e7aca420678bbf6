namespace ResetBot.Recovery.Cases;

/// <summary>Whether a case went to another channel.</summary>
public abstract record CaseMove
{
    private CaseMove()
    {
    }

    /// <summary>It goes on where it was asked for.</summary>
    /// <param name="Case">The case, with the gates that were passed.</param>
    /// <param name="From">The key of the conversation that lost it.</param>
    public sealed record Moved(RecoveryCase Case, string From) : CaseMove;

    /// <summary>No live case of this account shows this number.</summary>
    public sealed record WrongNumber : CaseMove;

    /// <summary>
    /// Neither does one, and the cases of this account stay where they are from now on, since wrong numbers were typed too often. The person is
    /// told.
    /// </summary>
    /// <param name="Closed">Those that could be taken until now; empty when there are only such as could not before.</param>
    public sealed record TooManyWrong(IReadOnlyList<RecoveryCase> Closed) : CaseMove;

    /// <summary>What was typed on the case's page is with the directory: it stays until that has answered.</summary>
    public sealed record AtWork : CaseMove;

    /// <summary>What stands in the way of any recovery of this account.</summary>
    public sealed record Obstructed(CaseStart Why) : CaseMove;
}
