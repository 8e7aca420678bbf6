using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Answers;

/// <summary>Tells what is kept of people, for how long and what for, and how they get or erase it.</summary>
public sealed record PrivacyCard : ICard
{
    private static readonly string[] Kept = ["methods", "colleagues", "conversation", "cases", "passwords", "trail"];

    public Card Draw(WordBook words) => new(
        words.Say("privacy.title"),
        [
            new CardElement.Paragraph(words.Say("privacy.intro")),
            new CardElement.Facts([.. Kept.Select(kept => new Fact(words.Say($"privacy.{kept}"), words.Say($"privacy.{kept}.why")))]),
            new CardElement.Paragraph(words.Say("privacy.never")),
            new CardElement.Paragraph(words.Say("privacy.how", words.Say("word.export"), words.Say("word.erase")), Tone.Quiet),
        ],
        [
            new CardButton.Choose(words.Say("button.export"), words.Say("word.export")),
            new CardButton.Choose(words.Say("button.erase"), words.Say("word.erase")),
        ],
        words.Say("privacy.title"));
}
