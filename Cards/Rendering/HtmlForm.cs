namespace ResetBot.Cards.Rendering;

/// <summary>
/// Where an HTML card sends what was chosen. The tapped button comes as <c>choice</c>: its word, or <c>submit</c> with what was typed as
/// <c>input</c>.
/// </summary>
/// <param name="Action">The address to post to, on the same site.</param>
/// <param name="Hidden">What else comes with it, by name.</param>
public sealed record HtmlForm(string Action, IReadOnlyList<KeyValuePair<string, string>> Hidden)
{
    /// <summary>The form of a question: its id comes as <c>prompt</c>.</summary>
    public HtmlForm For(string prompt) => this with { Hidden = [.. Hidden, new("prompt", prompt)] };
}
