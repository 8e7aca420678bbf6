namespace ResetBot.Dialogs.Turns;

/// <summary>Why a channel serves nobody under somebody's id.</summary>
/// <param name="Why">As the audit trail tells it.</param>
/// <param name="Sentence">As the person is told.</param>
/// <param name="Code">What the help desk asks for; null when there is none.</param>
public sealed record Unserved(string Why, string Sentence, string? Code = null)
{
    /// <summary>The channel says that it is somebody of the company, and not who: they can be linked with their account.</summary>
    public bool IsLinkable { get; init; }
}
