using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Answers;

/// <summary>Tells the owner of an account that its recovery is stopped, and whom to call.</summary>
/// <param name="Removed">Methods that were removed with it, as people name them.</param>
/// <param name="HelpDesk">Where people are reached; null when none is configured.</param>
/// <param name="HelpDeskCase">By what number they find it.</param>
public sealed record StoppedCard(IReadOnlyList<(MethodWord Method, string Masked)> Removed, string? HelpDesk, string HelpDeskCase) : ICard
{
    public Card Draw(WordBook words)
    {
        List<CardElement> body = [new CardElement.Paragraph(words.Say("notMe.done.intro"))];
        if (Removed.Count > 0)
        {
            body.Add(new CardElement.Paragraph(words.Say("notMe.done.removed", MethodNames.List(Removed, words))));
        }

        body.Add(new CardElement.Paragraph(words.Say("notMe.done.password")));
        body.Add(new CardElement.Paragraph(words.Say("notMe.done.case", HelpDeskCase)));
        body.Add(new CardElement.Paragraph(HelpDesk is null ? words.Say("refusal.askHelpDesk") : words.Say("refusal.helpDeskAt", HelpDesk)));
        List<CardButton> buttons = HelpDesk is null ? [] : [new HelpDeskLink(HelpDesk).Button(words)];
        return new Card(words.Say("notMe.done.title"), body, buttons, words.Say("notMe.done.title"));
    }
}
