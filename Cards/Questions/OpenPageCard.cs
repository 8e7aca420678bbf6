using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Questions;

/// <summary>Sends the person to the secure page. The summary holds neither the address nor the number.</summary>
/// <param name="Page">What the page is for.</param>
/// <param name="Address">The one-time address.</param>
/// <param name="Number">Two digits that are typed on the page.</param>
/// <param name="Minutes">How long the page can be opened.</param>
/// <param name="CanChooseOther">A method could be used instead of what the page asks for.</param>
public sealed record OpenPageCard(PageWord Page, string Address, string Number, int Minutes, bool CanChooseOther = false) : ICard
{
    public Card Draw(WordBook words)
    {
        var title = words.Say($"page.{Page}.title");
        List<CardButton> buttons =
        [
            new CardButton.Open(words.Say("button.openPage"), Address),
            new CardButton.Choose(words.Say("button.newLink"), words.Say("word.newLink")),
        ];
        if (CanChooseOther)
        {
            buttons.Add(new CardButton.Choose(words.Say("button.other"), words.Say("word.other")));
        }

        buttons.Add(new CardButton.Choose(words.Say("button.cancel"), words.Say("word.cancel")));
        return new Card(
            title,
            [
                new CardElement.Paragraph(words.Say($"page.{Page}.intro")),
                new CardElement.Number(words.Say("page.number"), Number),
                new CardElement.Paragraph(words.Say("page.rules", Minutes), Tone.Quiet),
            ],
            buttons,
            title);
    }

    public override string ToString() => nameof(OpenPageCard);
}
