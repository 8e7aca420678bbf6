using ResetBot.Cards;
using ResetBot.Cards.Answers;
using ResetBot.Cards.Model;
using ResetBot.Cards.Questions;

namespace ResetBot.Tests.Cards;

/// <summary>Every card with data as people have it, also with less of it, under the name of its snapshot.</summary>
internal static class CardSamples
{
    private const string Mail = "a***@example.org";
    private const string Phone = "+46 *** 67";
    private const string HelpDesk = "https://help.contoso.example/_it";
    private static readonly DateTimeOffset Day = new(2026, 11, 23, 9, 30, 0, TimeSpan.FromHours(1));

    public static IReadOnlyDictionary<string, ICard> All { get; } = new SortedDictionary<string, ICard>(StringComparer.Ordinal)
    {
        ["Answered"] = new AnsweredCard("Type the code", "Answered."),
        ["AskAgain"] = new AskAgainCard(),
        ["Cooled"] = new CooledCard(Day),
        ["CoolingChat"] = new CoolingCard(Day, OnWeb: false),
        ["CoolingWeb"] = new CoolingCard(Day, OnWeb: true),
        ["ApprovalWait"] = new ApprovalWaitCard("Megan Bowen", "742", Day),
        ["Approve"] = new ApproveCard("Alex Wilber", "reset", Day),
        ["Colleagues"] = new ColleaguesCard([], 2, 5),
        ["Colleagues.Full"] = new ColleaguesCard(
            [new("Megan Bowen", HasAccepted: true), new("Lee Gu", HasAccepted: true, Day), new("Erik _Lindqvist_", HasAccepted: false)], 2, 3),
        ["Invitation"] = new InvitationCard("Alex Wilber", Day),
        ["Vouching"] = new VouchingCard(["Alex Wilber", "Megan Bowen"]),
        ["Shortcut"] = new ShortcutCard("https://slack.com/app_redirect?channel=D0EXAMPLE"),
        ["Shortcut.New"] = new ShortcutCard(null),
        ["Shortcut.Said"] = new ShortcutCard("https://slack.com/app_redirect?channel=D0EXAMPLE", "From now on I know you here as robin@contoso.example."),
        ["LinkWindow"] = new LinkWindowCard(),
        ["LinkCode"] = new LinkCodeCard("slack", "40719253", Day),
        ["PushWait"] = new PushWaitCard("slack", "742", Day),
        ["Push"] = new PushCard("reset", "msteams", Day),
        ["Push.Web"] = new PushCard("unlock", "web", Day),
        ["VouchingWait"] = new VouchingWaitCard([("Megan Bowen", "742"), ("Lee Gu", "105"), ("Erik Lindqvist", "338")], 2, Day),
        ["NotMe"] = new NotMeCard(),
        ["ConfirmMethods"] = new ConfirmMethodsCard([(MethodWord.Email, "a***@private.example"), (MethodWord.RecoveryCodes, "")]),
        ["Privacy"] = new PrivacyCard(),
        ["Erase"] = new EraseCard([(MethodWord.Email, "a***@private.example"), (MethodWord.RecoveryCodes, "")]),
        ["Erase.Nothing"] = new EraseCard([]),
        ["Erased"] = new ErasedCard([(MethodWord.Email, "a***@private.example"), (MethodWord.RecoveryCodes, "")]),
        ["Erased.Nothing"] = new ErasedCard([]),
        ["Stopped"] = new StoppedCard([(MethodWord.Sms, "+46 *** 05")], "https://help.contoso.example", "HD-4071925"),
        ["ChangeDone"] = new PasswordSetCard(AfterReset: false),
        ["ChooseLanguage"] = new ChooseLanguageCard(),
        ["ChooseMethod"] = new ChooseMethodCard(
            1, 2, [(MethodWord.Email, Mail), (MethodWord.Sms, Phone)], ["Authenticator app is paused until 24 November, 09:30 after too many wrong codes."]),
        ["ChooseMethod.Blind"] = new ChooseMethodCard(
            1, 2, [(MethodWord.Email, ""), (MethodWord.Sms, ""), (MethodWord.VoiceMobile, ""), (MethodWord.VoiceOffice, ""), (MethodWord.Authenticator, ""), (MethodWord.Passkey, ""), (MethodWord.RecoveryCodes, "")], [], IsBlind: true),
        ["ChooseMethod.Unlock"] = new ChooseMethodCard(1, 1, [(MethodWord.Email, Mail), (MethodWord.Sms, Phone)], [], For: "unlock"),
        ["EnterCode"] = new EnterCodeCard(MethodWord.Email, Mail, 5, 6, CanChooseOther: true),
        ["EnterCode.App"] = new EnterCodeCard(MethodWord.Authenticator, "", 5, 6, CanChooseOther: false),
        ["EnterCode.Blind"] = new EnterCodeCard(MethodWord.Email, "", 5, 6, CanChooseOther: true, IsBlind: true),
        ["EnterCode.Call"] = new EnterCodeCard(MethodWord.VoiceMobile, Phone, 5, 6, CanChooseOther: true),
        ["EnterCode.Call.Blind"] = new EnterCodeCard(MethodWord.VoiceOffice, "", 5, 6, CanChooseOther: true, IsBlind: true),
        ["EnterCode.Kept"] = new EnterCodeCard(MethodWord.RecoveryCodes, "", 5, 6, CanChooseOther: true),
        ["EnterDestination.Call"] = new EnterDestinationCard(MethodWord.VoiceMobile),
        ["EnterDestination.Email"] = new EnterDestinationCard(MethodWord.Email),
        ["EnterDestination.Sms"] = new EnterDestinationCard(MethodWord.Sms),
        ["Figures.Bars"] = new FiguresCard(FiguresCard.Bars),
        ["Figures.Line"] = new FiguresCard(FiguresCard.Line),
        ["Figures.Nothing"] = new FiguresCard(FiguresCard.Empty, FiguresCard.EmptyPie),
        ["Figures.Pie"] = new FiguresCard(FiguresCard.Pie),
        ["Figures.Sentences"] = new FiguresCard(FiguresCard.Sentences),
        ["Figures.Table"] = new FiguresCard(FiguresCard.Weeks),
        ["Figures.TooMuch"] = new FiguresCard(FiguresCard.Weeks, FiguresCard.Second, FiguresCard.Line, FiguresCard.Bars, FiguresCard.LongTitle),
        ["Figures.Wide"] = new FiguresCard(FiguresCard.Wide),
        ["Help"] = new HelpCard(HelpDesk),
        ["Help.NoHelpDesk"] = new HelpCard(null),
        ["Help.Web"] = new HelpCard(HelpDesk, KnowsPerson: false),
        ["EnterMoveNumber"] = new EnterMoveNumberCard(),
        ["MethodAdded"] = new MethodAddedCard(MethodWord.Email, Mail, Day),
        ["MethodAdded.AtOnce"] = new MethodAddedCard(MethodWord.Authenticator, "", null),
        ["NameAccount"] = new NameAccountCard(),
        ["OpenPage.AnswerQuestions"] = OpenPage(PageWord.AnswerQuestions),
        ["OpenPage.Authenticator"] = OpenPage(PageWord.Authenticator),
        ["OpenPage.ChangePassword"] = OpenPage(PageWord.ChangePassword),
        ["OpenPage.ChooseQuestions"] = OpenPage(PageWord.ChooseQuestions),
        ["OpenPage.CurrentPassword"] = OpenPage(PageWord.CurrentPassword),
        ["OpenPage.CurrentPassword.Other"] = OpenPage(PageWord.CurrentPassword) with { CanChooseOther = true },
        ["OpenPage.NewPasskey"] = OpenPage(PageWord.NewPasskey),
        ["OpenPage.NewPassword"] = OpenPage(PageWord.NewPassword),
        ["OpenPage.RecoveryCodes"] = OpenPage(PageWord.RecoveryCodes),
        ["OpenPage.UsePasskey"] = OpenPage(PageWord.UsePasskey),
        ["Refusal"] = new RefusalCard(
            "A reset needs 2 methods that count, and you have 0.", ["If you still know your password, register now."], "SSPR_0014", HelpDesk, "register"),
        ["Refusal.Plain"] = new RefusalCard("Your account is disabled.", [], null, null, null),
        ["Refusal.Mail"] = new RefusalCard("Your account is disabled.", [], "SSPR_0009", "help+it@contoso.example", null),
        ["RegisterMethod"] = new RegisterMethodCard([], [MethodWord.Email, MethodWord.Sms, MethodWord.Authenticator, MethodWord.Passkey, MethodWord.RecoveryCodes, MethodWord.SecurityQuestions], 2),
        ["RegisterMethod.More"] = new RegisterMethodCard([(MethodWord.Email, "a***@private.example")], [MethodWord.Email, MethodWord.Sms], 1, CanShowMore: true),
        ["RegisterMethod.Enough"] = new RegisterMethodCard(
            [(MethodWord.Email, Mail), (MethodWord.Authenticator, "")], [MethodWord.Email, MethodWord.Sms, MethodWord.VoiceMobile, MethodWord.Authenticator], 2),
        ["RegistrationDone"] = new RegistrationDoneCard(2, 2),
        ["RegistrationDone.TooFew"] = new RegistrationDoneCard(1, 2),
        ["RemoveMethod"] = new RemoveMethodCard([(MethodWord.Email, Mail), (MethodWord.Authenticator, "")]),
        ["ResetDone"] = new PasswordSetCard(AfterReset: true),
        ["Home"] = new HomeCard(Status()),
        ["Status"] = Status(),
        ["Status.Troubled"] = new StatusCard
        {
            UserName = "johanna_[it]*@contoso.example",
            Methods = [],
            Needed = 2,
            Counting = 0,
            Locked = true,
            PausedUntil = Day,
        },
        ["UnlockDone"] = new UnlockDoneCard(),
        ["WebNext"] = new WebNextCard(),
        ["WebWelcome"] = new WebWelcomeCard(),
        ["Welcome"] = new WelcomeCard("Åsa", "ResetBot"),
        ["Welcome.NoName"] = new WelcomeCard("", "Contoso *Help*"),
    };

    private static OpenPageCard OpenPage(PageWord page) =>
        new(page, "https://reset.contoso.example/s/Wc34KUGco3hQ_s3RK-xp_Q3DCht8luMfqdMLs1T7ayE", "07", 5);

    private static StatusCard Status() => new()
    {
        UserName = "alex@contoso.example",
        Methods = [new MethodLine(MethodWord.Email, Mail, ""), new MethodLine(MethodWord.Sms, Phone, "counts from 24 November, 09:30")],
        Needed = 2,
        Counting = 2,
        PasswordChangedAt = Day.AddDays(-10),
        PasswordExpiresAt = Day.AddDays(80),
        Recent = [(Day, "ResetDone"), (Day.AddMinutes(-2), "CaseStarted")],
    };
}
