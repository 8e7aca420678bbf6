namespace ResetBot.Recovery.Objections;

/// <summary>Who says that it was not they, and where.</summary>
/// <param name="Channel">The channel: <c>teams</c>, or <c>notice</c> for the link in a notice.</param>
/// <param name="Actor">The channel and its id of the person, or the notice and where it went, for the audit trail.</param>
/// <param name="Language">Two letters.</param>
/// <param name="About">The case that a notice told of; null when the person named none.</param>
public sealed record Objector(string Channel, string Actor, string Language, string? About = null)
{
    /// <summary>Why, in their words; empty when they were not asked.</summary>
    public string Why { get; init; } = "";
}
