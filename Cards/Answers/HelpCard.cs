using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Answers;

/// <summary>Says what can be done here, in the words that can be typed.</summary>
/// <param name="HelpDesk">Where people are reached: an address or a page; null when none is configured.</param>
public sealed record HelpCard(string? HelpDesk) : ICard
{
    private static readonly string[] Commands = ["reset", "register", "status", "cancel", "language", "help"];

    public Card Draw(WordBook words)
    {
        List<CardElement> body =
        [
            new CardElement.Paragraph(words.Say("help.intro")),
            new CardElement.Facts([.. Commands.Select(command => new Fact(words.Say("word." + command), words.Say("help." + command)))]),
            new CardElement.Paragraph(words.Say("help.never"), Tone.Quiet),
        ];
        if (HelpDesk is not null)
        {
            body.Add(new CardElement.Paragraph(words.Say("help.desk", HelpDesk)));
        }

        return new Card(
            words.Say("help.title"),
            body,
            [
                new CardButton.Choose(words.Say("button.reset"), words.Say("word.reset")),
                new CardButton.Choose(words.Say("button.register"), words.Say("word.register")),
                new CardButton.Choose(words.Say("button.status"), words.Say("word.status")),
            ],
            words.Say("help.title"));
    }
}
