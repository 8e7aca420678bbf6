namespace ResetBot.Dialogs.Privacy;

/// <summary>What a channel said of a person.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Id">The channel's id of the person.</param>
/// <param name="Name">Their name there.</param>
/// <param name="Locale">Their language there; null when it is not said.</param>
/// <param name="TimeZone">Their time zone there (IANA); null when it is not said.</param>
/// <param name="Conversation">The channel's id of their conversation with the bot; null while there is none.</param>
/// <param name="At">When it said so.</param>
public sealed record ChannelRecord(string Channel, string Id, string Name, string? Locale, string? TimeZone, string? Conversation, DateTimeOffset At);
