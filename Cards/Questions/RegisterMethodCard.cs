using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Questions;

/// <summary>Asks which method the person wants to register next.</summary>
/// <param name="Registered">What is registered already, masked.</param>
/// <param name="Choices">What can be registered; one that is already would be replaced.</param>
/// <param name="Needed">How many methods a reset needs.</param>
/// <param name="CanShowMore">What is added counts later, unless the person shows one more of the methods that they have.</param>
public sealed record RegisterMethodCard(
    IReadOnlyList<(MethodWord Method, string Masked)> Registered, IReadOnlyList<MethodWord> Choices, int Needed, bool CanShowMore = false) : ICard
{
    public Card Draw(WordBook words)
    {
        var have = Registered.Count;
        List<CardElement> body =
        [
            new CardElement.Paragraph(have < Needed ? words.Say("register.need", Needed, Needed - have) : words.Say("register.enough")),
        ];
        if (have > 0)
        {
            body.Add(new CardElement.Facts([.. Registered.Select(method => new Fact(
                words.Say("register.have"), MethodNames.Of(method.Method, method.Masked, words)))]));
        }

        if (CanShowMore)
        {
            body.Add(new CardElement.Paragraph(words.Say("register.waits"), Tone.Quiet));
        }

        List<CardButton> buttons =
        [
            .. Choices.Select(choice => new CardButton.Choose(
                words.Say((Registered.Any(method => method.Method == choice) ? "register.replace." : "register.add.") + MethodNames.Typed(choice)),
                MethodNames.Typed(choice),
                Numbered: true)),
            new CardButton.Choose(words.Say(have < Needed ? "button.later" : "button.done"), words.Say("word.done")),
        ];
        if (CanShowMore)
        {
            buttons.Add(new CardButton.Choose(words.Say("button.more"), words.Say("word.more")));
        }

        if (have > 0)
        {
            buttons.Add(new CardButton.Choose(words.Say("button.remove"), words.Say("word.remove")));
        }

        return new Card(words.Say("register.title"), body, buttons, words.Say("register.title"));
    }
}
