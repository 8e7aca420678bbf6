namespace ResetBot.Cards.Questions;

/// <summary>Somebody who was named to vouch for a person.</summary>
/// <param name="Name">What they are called.</param>
/// <param name="HasAccepted">They want to.</param>
/// <param name="Later">From when on their word counts, in the person's time zone; null when it does, or they have not accepted.</param>
public sealed record ColleagueLine(string Name, bool HasAccepted, DateTimeOffset? Later = null);
