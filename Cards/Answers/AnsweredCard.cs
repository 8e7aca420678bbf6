using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Answers;

/// <summary>Takes the place of a question that was answered, so that its buttons are gone.</summary>
/// <param name="Title">The question.</param>
/// <param name="Note">What became of it, in words.</param>
public sealed record AnsweredCard(string Title, string Note) : ICard
{
    public Card Draw(WordBook words) => new(Title, [new CardElement.Paragraph(Note, Tone.Quiet)], [], Title, IsSettled: true);
}
