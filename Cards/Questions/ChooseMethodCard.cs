using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Questions;

/// <summary>Asks with which registered method the person wants to prove who they are.</summary>
/// <param name="Gate">Which gate this is, from 1.</param>
/// <param name="Gates">How many there are.</param>
/// <param name="Methods">What can be chosen.</param>
/// <param name="Excluded">Why other registered methods cannot be, in words.</param>
/// <param name="IsBlind">Nothing may tell whether there is such an account, and which methods it has: all are offered.</param>
/// <param name="For">What it is for, as in <c>choose.title.unlock</c>; empty for a reset.</param>
public sealed record ChooseMethodCard(
    int Gate,
    int Gates,
    IReadOnlyList<(MethodWord Method, string Masked)> Methods,
    IReadOnlyList<string> Excluded,
    bool IsBlind = false,
    string For = "") : ICard
{
    public Card Draw(WordBook words)
    {
        List<CardElement> body = [new CardElement.Paragraph(words.Say("choose.intro", Gate, Gates))];
        if (IsBlind)
        {
            body.Add(new CardElement.Paragraph(words.Say("choose.blind"), Tone.Quiet));
        }

        body.AddRange(Excluded.Select(why => new CardElement.Paragraph(why, Tone.Quiet)));
        List<CardButton> buttons =
        [
            .. Methods.Select(method => new CardButton.Choose(
                MethodNames.Of(method.Method, method.Masked, words), MethodNames.Typed(method.Method), Numbered: true)),
            new CardButton.Choose(words.Say("button.lostPhone"), words.Say("word.lostPhone")),
            new CardButton.Choose(words.Say("button.cancel"), words.Say("word.cancel")),
        ];
        var title = words.Say(For.Length > 0 ? "choose.title." + For : "choose.title");
        return new Card(title, body, buttons, title);
    }
}
