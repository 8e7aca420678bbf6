using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Answers;

/// <summary>Tells what was erased.</summary>
/// <param name="Methods">The methods, as people name them.</param>
public sealed record ErasedCard(IReadOnlyList<(MethodWord Method, string Masked)> Methods) : ICard
{
    public Card Draw(WordBook words)
    {
        List<CardElement> body = [];
        if (Methods.Count > 0)
        {
            body.Add(new CardElement.Paragraph(words.Say("erase.done.methods", MethodNames.List(Methods, words))));
        }

        body.Add(new CardElement.Paragraph(words.Say("erase.done.rest")));
        body.Add(new CardElement.Paragraph(words.Say("erase.stays"), Tone.Quiet));
        return new Card(words.Say("erase.done.title"), body, [new CardButton.Choose(words.Say("button.register"), words.Say("word.register"))], words.Say("erase.done.title"));
    }
}
