using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Answers;

/// <summary>A person's own place in a chat product, beside the conversation: how their account stands, and everything that they can begin from there.</summary>
/// <param name="Standing">How the account stands, or why nothing is told of it. Its buttons for commands give way to those of all.</param>
public sealed record HomeCard(ICard Standing) : ICard
{
    private static readonly string[] Commands = ["reset", "unlock", "change", "register", "notMe", "privacy", "language", "help"];

    public Card Draw(WordBook words)
    {
        var standing = Standing.Draw(words);
        return new Card(
            standing.Title,
            [.. standing.Body, new CardElement.Paragraph(words.Say("home.where"), Tone.Quiet)],
            [
                .. Commands.Select(command => new CardButton.Choose(words.Say("button." + command), words.Say("word." + command))),
                .. standing.Buttons.OfType<CardButton.Open>(),
            ],
            standing.Summary);
    }
}
