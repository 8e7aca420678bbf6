namespace ResetBot.Dialogs.Intents;

/// <summary>What was understood.</summary>
/// <param name="Intent">What the person wants.</param>
/// <param name="Exact">It was said in the command's own word: then it is meant as one, also in the middle of something else.</param>
/// <param name="Language">The language that was asked for; null when none was named.</param>
public sealed record Recognised(Intent Intent, bool Exact, string? Language = null)
{
    public static Recognised Nothing { get; } = new(Intent.None, Exact: false);
}
