namespace ResetBot.Recovery.Limits;

/// <summary>What was done to the account of a case by those who have proved nothing. Never shown.</summary>
/// <param name="All">By all of them.</param>
/// <param name="Share">By those of the address that the case was begun from, under whatever name of the account.</param>
internal sealed record StrangerCounts(StrangerRecord All, StrangerRecord Share);
