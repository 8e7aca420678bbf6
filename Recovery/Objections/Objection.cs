using ResetBot.Recovery.Methods;

namespace ResetBot.Recovery.Objections;

/// <summary>What came of an objection.</summary>
public abstract record Objection
{
    private Objection()
    {
    }

    /// <summary>All recovery of the account is stopped.</summary>
    /// <param name="Removed">Methods that did not count yet, and were removed.</param>
    /// <param name="HelpDeskCase">The number of the help desk's case that was opened about it.</param>
    public sealed record Stopped(IReadOnlyList<RegisteredMethod> Removed, string HelpDeskCase) : Objection;

    /// <summary>It was stopped before, and still is.</summary>
    public sealed record StoppedBefore : Objection;

    /// <summary>There is no such account (any more), or the link is worth nothing.</summary>
    public sealed record Gone : Objection;
}
