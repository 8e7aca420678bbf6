using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Questions;

/// <summary>Asks somebody whether they want to be one of those who vouch for another person in future.</summary>
/// <param name="Name">What that person is called.</param>
/// <param name="Until">Until when it can be accepted, in the reader's time zone.</param>
public sealed record InvitationCard(string Name, DateTimeOffset Until) : ICard
{
    public Card Draw(WordBook words) => new(
        words.Say("invitation.title", Name),
        [
            new CardElement.Paragraph(words.Say("invitation.intro", Name)),
            new CardElement.Paragraph(words.Say("invitation.how", Name)),
            new CardElement.Paragraph(words.Say("invitation.until", words.Moment(Until)), Tone.Quiet),
        ],
        [
            new CardButton.Choose(words.Say("button.accept"), words.Say("word.accept"), Numbered: true),
            new CardButton.Choose(words.Say("button.declineInvitation"), words.Say("word.decline"), Numbered: true),
        ],
        words.Say("invitation.title", Name));
}
