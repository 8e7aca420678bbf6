using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Answers;

/// <summary>Says what can be done here, in the words that can be typed.</summary>
/// <param name="HelpDesk">Where people are reached: an address or a page; null when none is configured.</param>
/// <param name="KnowsPerson">The channel knows who the person is: more can be done there.</param>
public sealed record HelpCard(string? HelpDesk, bool KnowsPerson = true) : ICard
{
    private static readonly string[] ForKnown =
        ["reset", "unlock", "change", "continue", "register", "confirm", "status", "approvals", "vouching", "notMe", "privacy", "cancel", "language", "help"];

    private static readonly string[] ForAnybody = ["reset", "unlock", "change", "register", "status", "privacy", "cancel", "language", "help"];

    public Card Draw(WordBook words)
    {
        List<CardElement> body =
        [
            new CardElement.Paragraph(words.Say("help.intro")),
            new CardElement.Facts([.. (KnowsPerson ? ForKnown : ForAnybody).Select(command => new Fact(words.Say("word." + command), words.Say("help." + command)))]),
            new CardElement.Paragraph(words.Say("help.never"), Tone.Quiet),
        ];
        if (HelpDesk is not null)
        {
            body.Add(new CardElement.Paragraph(words.Say("help.desk", HelpDesk)));
        }

        List<CardButton> buttons =
        [
            new CardButton.Choose(words.Say("button.reset"), words.Say("word.reset")),
            new CardButton.Choose(words.Say("button.unlock"), words.Say("word.unlock")),
            new CardButton.Choose(words.Say("button.change"), words.Say("word.change")),
            new CardButton.Choose(words.Say("button.register"), words.Say("word.register")),
            new CardButton.Choose(words.Say("button.status"), words.Say("word.status")),
        ];
        if (HelpDesk is not null)
        {
            buttons.Add(new HelpDeskLink(HelpDesk).Button(words));
        }

        return new Card(words.Say("help.title"), body, buttons, words.Say("help.title"));
    }
}
