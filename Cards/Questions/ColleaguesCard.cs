using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Questions;

/// <summary>Shows whom a person has named to vouch for them, and asks for another one, or whom to remove.</summary>
/// <param name="Named">Those who were named.</param>
/// <param name="Needed">How many of them have to vouch.</param>
/// <param name="Most">How many may be named.</param>
public sealed record ColleaguesCard(IReadOnlyList<ColleagueLine> Named, int Needed, int Most) : ICard
{
    public Card Draw(WordBook words)
    {
        List<CardElement> body =
        [
            new CardElement.Paragraph(words.Say("colleagues.intro", Needed, Most)),
            new CardElement.Paragraph(words.Say("colleagues.whom"), Tone.Quiet),
        ];
        if (Named.Count > 0)
        {
            body.Add(new CardElement.Facts([.. Named.Select(colleague => new Fact(colleague.Name, State(words, colleague)))]));
        }

        List<CardButton> buttons = [];
        if (Named.Count < Most)
        {
            body.Add(new CardElement.Field(words.Say("colleagues.field"), words.Say("colleagues.example"), FieldKind.Text, 254));
            buttons.Add(new CardButton.Submit(words.Say("button.invite")));
        }

        buttons.AddRange(Named.Select(colleague => new CardButton.Choose(
            words.Say("colleagues.remove", colleague.Name), $"{words.Say("word.remove")} {colleague.Name}", Numbered: true)));
        buttons.Add(new CardButton.Choose(words.Say("button.done"), words.Say("word.done")));
        return new Card(words.Say("colleagues.title"), body, buttons, words.Say("colleagues.title"));
    }

    private static string State(WordBook words, ColleagueLine colleague) => colleague switch
    {
        { HasAccepted: false } => words.Say("colleagues.asked"),
        { Later: { } later } => words.Say("colleagues.later", words.Moment(later)),
        _ => words.Say("colleagues.ready"),
    };
}
