using ResetBot.Cards.Words;

namespace ResetBot.Cards.Model;

/// <summary>One cell of a table.</summary>
/// <param name="Text">How it reads; may be empty.</param>
/// <param name="Number">What it counts, where it counts something: columns of numbers are aligned, and sorted, as numbers.</param>
public sealed record Cell(string Text, decimal? Number = null)
{
    /// <summary>A number as people write it in their language.</summary>
    public static Cell Of(decimal number, WordBook words) => new(words.Number(number), number);
}
