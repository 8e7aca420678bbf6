namespace ResetBot.Recovery.Linking;

/// <summary>The code that somebody types in another chat, to be known there.</summary>
/// <param name="Digits">What to type.</param>
/// <param name="Until">Until when it is good (UTC).</param>
public sealed record LinkCode(string Digits, DateTimeOffset Until);
