using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Questions;

/// <summary>Tells whoever proved a reset that the new password is asked for later, and why.</summary>
/// <param name="Until">When, in the person's time zone.</param>
/// <param name="OnWeb">The reset belongs to a browser.</param>
public sealed record CoolingCard(DateTimeOffset Until, bool OnWeb) : ICard
{
    public Card Draw(WordBook words) => new(
        words.Say("cooling.title"),
        [
            new CardElement.Paragraph(words.Say("cooling.intro", words.Moment(Until))),
            new CardElement.Paragraph(words.Say(OnWeb ? "cooling.stayWeb" : "cooling.stay"), Tone.Quiet),
        ],
        [new CardButton.Choose(words.Say("button.cancel"), words.Say("word.cancel"))],
        words.Say("cooling.title"));
}
