namespace ResetBot.Cards.Questions;

/// <summary>What a secure page is for, as cards know it.</summary>
public enum PageWord
{
    CurrentPassword,
    Authenticator,
    NewPassword,
    ChangePassword,
    NewPasskey,
    UsePasskey,
    RecoveryCodes,
    ChooseQuestions,
    AnswerQuestions,
    Export,
}
