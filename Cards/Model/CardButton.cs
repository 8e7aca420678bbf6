using System.Text.Json.Serialization;

namespace ResetBot.Cards.Model;

/// <summary>Something to tap.</summary>
[JsonDerivedType(typeof(Choose), "choose")]
[JsonDerivedType(typeof(Open), "open")]
[JsonDerivedType(typeof(Submit), "submit")]
public abstract record CardButton(string Label)
{
    /// <summary>Sends a choice, which is a word that can also be typed.</summary>
    /// <param name="Label">What the button says.</param>
    /// <param name="Value">The word.</param>
    /// <param name="Numbered">It is one of the answers to the card's question, and can be typed by its number.</param>
    public sealed record Choose(string Label, string Value, bool Numbered = false) : CardButton(Label);

    /// <summary>Opens a page in the browser.</summary>
    public sealed record Open(string Label, string Address) : CardButton(Label);

    /// <summary>Sends what was typed into the card's field.</summary>
    public sealed record Submit(string Label) : CardButton(Label);
}
