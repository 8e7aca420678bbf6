using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Answers;

/// <summary>Says why something cannot be done, and what helps instead.</summary>
/// <param name="Why">The reason, in words.</param>
/// <param name="Details">What else there is to know, in words.</param>
/// <param name="Code">What the help desk asks for; null when there is none.</param>
/// <param name="HelpDesk">Where people are reached; null when none is configured.</param>
/// <param name="Advice">The command that helps, as in <c>word.register</c>; null when none does.</param>
public sealed record RefusalCard(string Why, IReadOnlyList<string> Details, string? Code, string? HelpDesk, string? Advice) : ICard
{
    public Card Draw(WordBook words)
    {
        List<CardElement> body = [new CardElement.Paragraph(Why)];
        body.AddRange(Details.Select(detail => new CardElement.Paragraph(detail)));
        body.Add(new CardElement.Paragraph(
            HelpDesk is null ? words.Say("refusal.askHelpDesk") : words.Say("refusal.helpDeskAt", HelpDesk), Tone.Quiet));
        if (Code is not null)
        {
            body.Add(new CardElement.Paragraph(words.Say("refusal.code", Code), Tone.Quiet));
        }

        List<CardButton> buttons = Advice is null ? [] : [new CardButton.Choose(words.Say("button." + Advice), words.Say("word." + Advice))];
        if (HelpDesk is not null)
        {
            buttons.Add(new HelpDeskLink(HelpDesk).Button(words));
        }

        return new Card(words.Say("refusal.title"), body, buttons, words.Say("refusal.title"));
    }
}
