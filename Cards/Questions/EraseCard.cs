using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Questions;

/// <summary>Asks whether what is kept of a person is to be erased, and says what that means.</summary>
/// <param name="Methods">What would be erased, as people name it.</param>
public sealed record EraseCard(IReadOnlyList<(MethodWord Method, string Masked)> Methods) : ICard
{
    public Card Draw(WordBook words)
    {
        List<CardElement> body = [new CardElement.Paragraph(words.Say("erase.intro"))];
        if (Methods.Count > 0)
        {
            body.Add(new CardElement.Paragraph(words.Say("erase.methods", MethodNames.List(Methods, words))));
        }

        body.Add(new CardElement.Paragraph(words.Say("erase.price"), Tone.Warning));
        body.Add(new CardElement.Paragraph(words.Say("erase.stays"), Tone.Quiet));
        return new Card(
            words.Say("erase.title"),
            body,
            [
                new CardButton.Choose(words.Say("button.eraseYes"), words.Say("word.eraseYes"), Numbered: true),
                new CardButton.Choose(words.Say("button.eraseNo"), words.Say("word.eraseNo"), Numbered: true),
            ],
            words.Say("erase.title"));
    }
}
