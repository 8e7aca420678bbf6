namespace ResetBot.Recovery.Cases;

/// <summary>Whose account a case is about, as far as the channel knows.</summary>
public abstract record CaseSubject
{
    private CaseSubject()
    {
    }

    /// <summary>A verified channel gave this Entra object id.</summary>
    public sealed record Known(string ObjectId) : CaseSubject;

    /// <summary>
    /// Somebody whom nobody knows typed this name. What they are told, and how long it takes, must not tell whether such an account exists.
    /// </summary>
    /// <param name="Name">As typed.</param>
    /// <param name="Address">Where they are in the network: what they may do is counted by it.</param>
    public sealed record Named(string Name, string Address) : CaseSubject;
}
