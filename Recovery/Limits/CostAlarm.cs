namespace ResetBot.Recovery.Limits;

/// <summary>As many text messages and calls went to a country today as may.</summary>
/// <param name="Prefix">Its calling code.</param>
/// <param name="Sent">How many those are.</param>
/// <param name="OfStrangers">It is the part of those who have proved nothing; the others go on.</param>
/// <param name="Until">When the next day begins.</param>
public sealed record CostAlarm(string Prefix, int Sent, bool OfStrangers, DateTimeOffset Until);
