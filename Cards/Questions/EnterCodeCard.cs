using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Questions;

/// <summary>Asks for a code.</summary>
/// <param name="Method">Where the code is.</param>
/// <param name="Masked">Where it went; empty for an authenticator app.</param>
/// <param name="Minutes">How long it is accepted.</param>
/// <param name="Digits">How many digits it has.</param>
/// <param name="CanChooseOther">Another method could be chosen.</param>
/// <param name="IsBlind">Nothing may tell whether there is such an account, and whether it has this method.</param>
public sealed record EnterCodeCard(
    MethodWord Method, string Masked, int Minutes, int Digits, bool CanChooseOther, bool IsBlind = false) : ICard
{
    public Card Draw(WordBook words)
    {
        var title = words.Say(Method switch
        {
            MethodWord.Authenticator => "code.titleApp",
            MethodWord.RecoveryCodes => "code.titleKept",
            MethodWord.Passcode => "code.titlePasscode",
            _ => "code.title",
        });
        List<CardElement> body =
        [
            new CardElement.Paragraph(Method switch
            {
                MethodWord.Authenticator => words.Say("code.fromApp", Digits),
                MethodWord.RecoveryCodes => words.Say("code.fromKept"),
                MethodWord.Passcode => words.Say("code.fromPasscode", Digits),
                MethodWord.VoiceMobile or MethodWord.VoiceOffice =>
                    words.Say(IsBlind ? "code.calledBlind" : "code.called", MethodNames.Of(Method, Masked, words), Digits, Minutes),
                _ => words.Say(IsBlind ? "code.sentBlind" : "code.sent", MethodNames.Of(Method, Masked, words), Digits, Minutes),
            }),
            new CardElement.Paragraph(words.Say("code.secret"), Tone.Quiet),
            Method == MethodWord.RecoveryCodes
                ? new CardElement.Field(words.Say("code.field"), "XXXX-XXXX-XXXX-XXXX", FieldKind.Text, 40)
                : new CardElement.Field(words.Say("code.field"), new string('0', Digits), FieldKind.Digits, 20),
        ];
        List<CardButton> buttons = [new CardButton.Submit(words.Say("button.check"))];
        if (Method is MethodWord.Email or MethodWord.Sms)
        {
            buttons.Add(new CardButton.Choose(words.Say("button.resend"), words.Say("word.resend")));
        }

        if (Method is MethodWord.VoiceMobile or MethodWord.VoiceOffice)
        {
            buttons.Add(new CardButton.Choose(words.Say("button.callAgain"), words.Say("word.resend")));
        }

        if (CanChooseOther)
        {
            buttons.Add(new CardButton.Choose(words.Say("button.other"), words.Say("word.other")));
        }

        buttons.Add(new CardButton.Choose(words.Say("button.lostPhone"), words.Say("word.lostPhone")));
        buttons.Add(new CardButton.Choose(words.Say("button.cancel"), words.Say("word.cancel")));
        return new Card(title, body, buttons, title);
    }
}
