using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Questions;

/// <summary>Asks for the address or the number that is to be registered.</summary>
public sealed record EnterDestinationCard(MethodWord Method) : ICard
{
    public Card Draw(WordBook words)
    {
        var name = MethodNames.Typed(Method);
        var kind = Method == MethodWord.Email ? FieldKind.Email : FieldKind.Phone;
        var title = words.Say($"destination.{name}.title");
        return new Card(
            title,
            [
                new CardElement.Paragraph(words.Say($"destination.{name}.intro")),
                new CardElement.Field(words.Say($"destination.{name}.field"), words.Say($"destination.{name}.example"), kind, 254),
            ],
            [
                new CardButton.Submit(words.Say(Method == MethodWord.VoiceMobile ? "button.callMe" : "button.sendCode")),
                new CardButton.Choose(words.Say("button.other"), words.Say("word.other")),
                new CardButton.Choose(words.Say("button.cancel"), words.Say("word.cancel")),
            ],
            title);
    }
}
