namespace ResetBot.Dialogs.Intents;

/// <summary>When a clause asks for an operation on the person's own account.</summary>
internal static class OperationRules
{
    private static readonly ConceptSet Targets = ConceptSet.Of(Concept.Phone, Concept.Mail, Concept.Method);

    private static readonly HashSet<string> Loose = ["number", "nummer", "numret", "nr", "mail", "mails", "mailen", "mejl", "mejlen", "app", "appen", "factor"];

    private static readonly ConceptSet Unknown = ConceptSet.Of(Concept.Remember, Concept.Know);

    private static readonly ConceptSet TimesAndLocks = ConceptSet.Of(Concept.TooMany, Concept.Locked, Concept.LockedOut, Concept.Expire);

    public static bool IsReset(Clause clause, Message message)
    {
        var knows = clause.Any(Concept.Password, Concept.SignIn);
        return (knows && (clause.Any(Concept.Forget) || clause.Any(Concept.Lost) || clause.Says(Concept.NoIdea) || DoesNotKnow(clause)))
            || (clause.Any(Concept.Forget, Concept.Wrong) && clause.Words.Count <= 3 && !(clause.Says(Concept.Wrong) && message.Said.Any(TimesAndLocks)) && message.Said.Has(Concept.Password))
            || (clause.Any(Concept.Password, Concept.Account, Concept.SignIn) && AsksToReset(clause))
            || (clause.Says(Concept.Password) && IsRefused(clause) && !message.Said.Any(TimesAndLocks))
            || (clause.Says(Concept.SignIn) && IsRefused(clause) && !clause.Says(Concept.Attempts) && !message.Said.Has(Concept.Expire))
            || (CannotSignIn(clause) && !message.Said.Any(TimesAndLocks))
            || IsAlone(clause, message, Concept.Reset)
            || WantsBackIn(clause)
            || (WantsNew(clause) && !KnowsOld(message) && !clause.Any(Concept.Better, Concept.Change, Concept.Acted, Concept.Expire) && !message.Said.Any(ConceptSet.Of(Concept.Expire)));
    }

    public static bool IsUnlock(Clause clause, Message message) =>
        IsAlone(clause, message, Concept.Unlock)
        || clause.Says(Concept.LockedOut)
        || (clause.Says(Concept.Locked) && clause.Any(Concept.Account, Concept.SignIn))
        || (clause.Says(Concept.TooMany) && (clause.Says(Concept.Attempts) || message.Said.Has(Concept.Locked)))
        || (clause.Says(Concept.Unlock) && !clause.Says(Concept.Acted) && clause.Any(Concept.Account, Concept.Me))
        || (clause.Says(Concept.Block, Concept.Account) && clause.Any(Concept.Delete));

    public static bool IsRegister(Clause clause, Message message)
    {
        var target = HasTarget(clause);
        return (target && (clause.Any(Concept.Add, Concept.Register) || (clause.Says(Concept.Change) && !clause.Says(Concept.Password))))
            || (clause.Says(Concept.Code) && clause.Any(Concept.Add) && clause.Any(Concept.Can, Concept.Want))
            || (clause.Says(Concept.Phone) && HasNewPhone(clause))
            || (target && clause.Denied.Has(Concept.Valid))
            || IsAlone(clause, message, Concept.Register)
            || (clause.Says(Concept.Register) && clause.Any(Concept.Service, Concept.Reset, Concept.You) && !IsForUnknown(clause));
    }

    public static bool IsChange(Clause clause, Message message) =>
        clause.Says(Concept.Password)
        && (clause.Says(Concept.Change)
            || clause.Says(Concept.Expire)
            || (WantsNew(clause) && KnowsOld(message))
            || (clause.Says(Concept.Acted, Concept.Must))
            || (clause.Any(Concept.Better) && clause.Any(Concept.Want, Concept.Can, Concept.New)));

    // "I don't know my password", "jag kan inte mitt lösenord"; not "I don't know how to change it".
    private static bool DoesNotKnow(Clause clause) =>
        clause.Denied.Has(Concept.Remember)
        || (clause.Denied.Has(Concept.Know) && !clause.Says(Concept.How))
        || (clause.Follows(Concept.Know, Concept.Not) && clause.Follows(Concept.Not, Concept.Mine));

    private static bool AsksToReset(Clause clause)
    {
        var index = clause.IndexOf(ConceptSet.Of(Concept.Reset));
        var told = index > 0 && clause.Words[index - 1].Text is "i" or "did" or "have" && !clause.Any(Concept.How, Concept.Can, Concept.Must, Concept.Want);
        return clause.Says(Concept.Reset) && !told;
    }

    // "Please unlock": the command, with a little around it.
    private static bool IsAlone(Clause clause, Message message, Concept command) =>
        message.Clauses.Count == 1 && clause.IsOnly(ConceptSet.Of(command));

    private static bool IsRefused(Clause clause) => clause.Any(Concept.Wrong, Concept.Fails) || clause.Denied.Has(Concept.Work);

    private static bool CannotSignIn(Clause clause) => clause.Denied.Has(Concept.SignIn);

    private static bool WantsBackIn(Clause clause) => clause.Says(Concept.SignIn, Concept.Help) && clause.Words.Exists(word => word.Text is "back");

    private static bool WantsNew(Clause clause) =>
        clause.Says(Concept.Password, Concept.New) && !clause.Denied.Has(Concept.Want) && (clause.Any(Concept.Want, Concept.Get, Concept.Can) || clause.Words.Exists(word => word.Text is "tack" or "thanks"));

    private static bool KnowsOld(Message message) =>
        !message.Said.Has(Concept.Forget) && !message.Denied.Any(Unknown) && (message.Said.Has(Concept.Exposed) || KnowsIt(message));

    private static bool KnowsIt(Message message) =>
        message.Clauses.Exists(clause => clause.Words.Exists(word => word.Is(Concept.Know) && (!word.Is(Concept.Can) || clause.Follows(Concept.Know, Concept.Mine) || clause.Words[^1].Text is "gamla")));

    // A number, a mail or an app may be anybody's, unless it is called one's own.
    private static bool HasTarget(Clause clause) =>
        clause.Any(Concept.Phone, Concept.Mail, Concept.Method)
        && (clause.Any(Concept.Mine, Concept.Self, Concept.New)
            || clause.Words.Exists(word => word.Text == "i" || (word.Means.Any(Targets) && !Loose.Contains(word.Text))));

    // "Register me for the autumn run": nothing that is known here.
    private static bool IsForUnknown(Clause clause)
    {
        var index = clause.Words.FindIndex(word => word.Text is "for" or "till" or "to" or "pa");
        var what = index < 0 ? -1 : clause.Words.FindIndex(index + 1, word => !word.Is(Concept.Filler) || !word.Means.Without(ConceptSet.Of(Concept.Filler)).IsEmpty);
        return what >= 0 && clause.Words[what].Means.IsEmpty;
    }

    private static bool HasNewPhone(Clause clause) =>
        (clause.Says(Concept.New) && !clause.Any(Concept.Can, Concept.Want) && !clause.Words.Exists(word => word.Text is "you" or "du" or "ni"))
        || (clause.Says(Concept.New) && clause.Any(Concept.Add))
        || (clause.Says(Concept.Acted) && !clause.Any(Concept.Someone, Concept.You));
}
