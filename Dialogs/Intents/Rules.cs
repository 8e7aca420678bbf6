namespace ResetBot.Dialogs.Intents;

/// <summary>What a message asks for: the first of these rules that one of its clauses fulfils.</summary>
internal static class Rules
{
    private static readonly (Intent Intent, Func<Clause, Message, bool> Holds)[] Ordered =
    [
        (Intent.Confirm, (clause, _) => ConfirmRules.Hold(clause)),
        (Intent.Privacy, PrivacyRules.Hold),
        (Intent.NotMe, NotMeRules.Hold),
        (Intent.HelpDesk, (clause, _) => AsksHuman(clause)),
        (Intent.Language, (clause, _) => AsksLanguage(clause)),
        (Intent.Register, (clause, _) => clause.Says(Concept.Vouch, Concept.ForMe)),
        (Intent.Vouching, (clause, _) => clause.Says(Concept.Vouch)),
        (Intent.Status, (clause, _) => AsksStatus(clause)),
        (Intent.Reset, OperationRules.IsReset),
        (Intent.Unlock, OperationRules.IsUnlock),
        (Intent.Register, OperationRules.IsRegister),
        (Intent.Change, OperationRules.IsChange),
        (Intent.Cancel, (clause, _) => clause.IsOnly(ConceptSet.Of(Concept.Cancel))),
        (Intent.Continue, (clause, _) => clause.IsOnly(ConceptSet.Of(Concept.Continue))),
        (Intent.Help, (clause, _) => AsksHelp(clause)),
    ];

    public static Intent Judge(Message message)
    {
        foreach (var (intent, holds) in Ordered)
        {
            if (message.Clauses.Exists(clause => (!Owners.IsOfThing(clause) || intent is Intent.HelpDesk or Intent.Privacy) && !Explains(clause, intent) && holds(clause, message)))
            {
                return intent;
            }
        }

        return Intent.None;
    }

    // "How does the reset work", "what happens when I change my password": a question about it is no request for it.
    private static bool Explains(Clause clause, Intent intent) =>
        intent is Intent.Reset or Intent.Change or Intent.Unlock or Intent.Register && AsksHow(clause);

    private static bool AsksHow(Clause clause) =>
        (clause.Says(Concept.How, Concept.Work) && !clause.Denied.Has(Concept.Work))
        || clause.Says(Concept.What, Concept.Happen)
        || clause.Says(Concept.Why, Concept.Must)
        || (clause.Says(Concept.Why, Concept.Want))
        || clause.Says(Concept.Safe, Concept.Be);

    private static bool AsksHelp(Clause clause) =>
        AsksHow(clause)
        || clause.Says(Concept.Cost)
        || clause.Says(Concept.Help) && clause.Any(Concept.Me, Concept.Want, Concept.Self, Concept.Can)
        || clause.IsOnly(ConceptSet.Of(Concept.Help))
        || (clause.Words[0].Is(Concept.Hello) && clause.Words.Count <= 3 || (clause.Words.Count <= 3 && clause.Says(Concept.Hello) && clause.Words[0].Text is "good" or "god"))
        || (clause.Words[0].Is(Concept.What) && clause.Any(Concept.Can) && clause.Any(Concept.You, Concept.Self, Concept.Do))
        || (clause.Words[0].Text is "who" or "vem" or "what" or "vad" && clause.Words.Count <= 4 && clause.Any(Concept.You) && clause.Any(Concept.Be))
        || clause.Words.Exists(word => word.Text is "options" or "alternativ") && clause.Any(Concept.What, Concept.Which);

    private static bool AsksHuman(Clause clause) =>
        (clause.Says(Concept.Desk) && (clause.Any(Concept.Call, Concept.Phone, Concept.Want, Concept.How, Concept.Me) || (clause.Says(Concept.Talk) && !IsAdvice(clause)) || clause.IsOnly(ConceptSet.Of(Concept.Desk))))
        || (clause.Says(Concept.Human) && (clause.Any(Concept.Talk, Concept.Call) || clause.IsOnly(ConceptSet.Of(Concept.Human, Concept.Want, Concept.Not, Concept.You))))
        || (clause.Says(Concept.Someone, Concept.Talk) && clause.Any(Concept.Want, Concept.Can, Concept.Be) && clause.Any(Concept.Me, Concept.Self, Concept.Want, Concept.Can))
        || (clause.Says(Concept.Someone, Concept.Call, Concept.Can) && !clause.Says(Concept.Code));

    // "Contact support", at the end of a message of some system.
    private static bool IsAdvice(Clause clause) => clause.Words[0].Text is "contact" or "kontakta";

    private static bool HasRegistered(Clause clause) =>
        clause.Words.Exists(word => word.Text is "registered" or "registrerad" or "registrerade" or "enrolled" or "anmald");

    private static bool AsksLanguage(Clause clause) =>
        clause.IsOnly(ConceptSet.Of(Concept.LanguageName, Concept.Tongue, Concept.Talk, Concept.Change))
            && clause.Any(Concept.LanguageName, Concept.Tongue)
        || (clause.Says(Concept.Tongue) && clause.Any(Concept.Change, Concept.Better))
        || (clause.Says(Concept.LanguageName) && (clause.Any(Concept.Talk) || clause.Words.Exists(word => word.Text is "understand" or "forstar")));

    private static bool AsksStatus(Clause clause)
    {
        var first = clause.Words[0];
        return (IsAboutTime(clause) && clause.Any(Concept.Expire, Concept.Valid) && clause.Any(Concept.Password, Concept.Account))
            || (first.Is(Concept.When) && clause.Any(Concept.How) && clause.Says(Concept.Expire))
            || (clause.Says(Concept.Status) && clause.Any(Concept.Mine, Concept.Account, Concept.Show))
            || (clause.Says(Concept.Show) && clause.Any(Concept.Method, Concept.Status))
            || (clause.Says(Concept.Which) && clause.Any(Concept.Method, Concept.Phone, Concept.Mail) && (clause.Any(Concept.Have, Concept.Register) || HasRegistered(clause)) && IsOfSelf(clause))
            || (IsQuestion(clause) && clause.Says(Concept.LockedOut))
            || (IsQuestion(clause) && clause.Any(Concept.Account, Concept.Password, Concept.SignIn) && clause.Any(Concept.Locked, Concept.Valid, Concept.Expire) && !clause.Any(Concept.Can))
            || (IsQuestion(clause) && clause.Words.Count > 1 && clause.Any(Concept.Self, Concept.Mine) | clause.Words[1].Text is "i" && HasRegistered(clause))
            || (clause.Says(Concept.Method) && AsksWhetherHas(clause));
    }

    // "Do I have an authenticator"; not "do I have to", "har jag bytt".
    private static bool AsksWhetherHas(Clause clause) => clause.Words is
        [{ Text: "do" }, { Text: "i" }, { Text: "have" }, { Text: not "to" }, ..]
        or [{ Text: "have" }, { Text: "i" }, { Text: not "to" }, ..]
        or [{ Text: "har" }, { Text: "jag" }, { Text: not ("bytt" or "glomt") }, ..];

    private static bool IsOfSelf(Clause clause) => clause.Any(Concept.Self, Concept.Me, Concept.Mine, Concept.Register) || clause.Words.Exists(word => word.Text == "i");

    private static bool IsAboutTime(Clause clause) => clause.Says(Concept.How, Concept.When) || clause.Words.Exists(word => word.Text is "when" or "nar");

    private static bool IsQuestion(Clause clause) =>
        clause.Words[0].Text is "is" or "am" or "are" or "ar" || clause.Words[0].Is(Concept.Valid) || (clause.Words[0].Text is "has" or "har" && clause.Follows(Concept.Have, Concept.Mine));
}
