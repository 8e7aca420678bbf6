namespace ResetBot.Recovery.Cases;

/// <summary>Where a case went.</summary>
/// <param name="Conversation">The key of the conversation.</param>
/// <param name="Person">The channel and its id of the person who took it there.</param>
internal sealed record CasePlace(string Conversation, string Person)
{
    /// <summary>Where it had gone before; null when it came from where it was begun.</summary>
    public CasePlace? Before { get; init; }

    /// <summary>All the places that a case was in, the newest first.</summary>
    internal static IEnumerable<CasePlace> Of(RecoveryCase recoveryCase)
    {
        for (var place = recoveryCase.MovedTo; place is not null; place = place.Before)
        {
            yield return place;
        }

        yield return new CasePlace(recoveryCase.BegunIn, recoveryCase.BegunBy);
    }
}
