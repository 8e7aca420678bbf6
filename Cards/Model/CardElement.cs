using System.Text.Json.Serialization;

namespace ResetBot.Cards.Model;

/// <summary>One part of a card. Every renderer knows every one.</summary>
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(Facts), "facts")]
[JsonDerivedType(typeof(Number), "number")]
[JsonDerivedType(typeof(Field), "field")]
public abstract record CardElement
{
    private CardElement()
    {
    }

    /// <summary>Words.</summary>
    public sealed record Paragraph(string Text, Tone Tone = Tone.Plain) : CardElement;

    /// <summary>Names and their values, one pair a line.</summary>
    public sealed record Facts(IReadOnlyList<Fact> Lines) : CardElement;

    /// <summary>A short number to be read and typed elsewhere, under its name.</summary>
    public sealed record Number(string Name, string Value) : CardElement;

    /// <summary>A field to type into; what is typed comes with the button that is tapped.</summary>
    public sealed record Field(string Label, string Placeholder, FieldKind Kind, int MaximumLength) : CardElement;
}
