namespace ResetBot.Recovery.Pushes;

/// <summary>What the person sees who was asked in another chat of theirs.</summary>
/// <param name="Channel">The channel of that chat.</param>
/// <param name="Number">The number to type there.</param>
/// <param name="Until">Until when.</param>
public sealed record PushAsked(string Channel, string Number, DateTimeOffset Until);
