namespace ResetBot.Dialogs.Intents;

/// <summary>When a clause says that something was not done by the person.</summary>
internal static class NotMeRules
{
    private static readonly ConceptSet Guarded = ConceptSet.Of(
        Concept.Password, Concept.Account, Concept.Phone, Concept.Method, Concept.Code, Concept.Reset, Concept.Unlock);

    private static readonly ConceptSet Deeds = ConceptSet.Of(
        Concept.Reset, Concept.Change, Concept.Unlock, Concept.Acted, Concept.Asked, Concept.Register, Concept.Add);

    public static bool Hold(Clause clause, Message message) =>
        IsNotMe(clause) || DidNot(clause, message) || SomeoneDid(clause) || (clause.Says(Concept.Hack) && clause.Any(Concept.Account, Concept.Self, Concept.Mine));

    // "That was not me", "inte av mig", "that code was not for me"; not "varför kan inte jag".
    private static bool IsNotMe(Clause clause)
    {
        for (var index = 0; index < clause.Words.Count - 1; index++)
        {
            if (!clause.Words[index].Is(Concept.Not))
            {
                continue;
            }

            var next = clause.Words[index + 1];
            var bare = index == 0 || clause.Words[index - 1].Is(Concept.Be) || clause.Words[index].Text is "wasnt" or "isnt" || clause.Words[index - 1].Text == "va";
            if (bare && (next.Text is "me" or "jag" or "ja" || ForMe(clause, index + 1)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool ForMe(Clause clause, int from)
    {
        for (var index = from; index < clause.Words.Count - 1 && index <= from + 1; index++)
        {
            var by = clause.Words[index].Text is "by" or "av";
            var meant = clause.Words[index].Text is "for" or "till" or "to" && clause.Says(Concept.Code);
            if ((by || meant) && clause.Words[index + 1].Is(Concept.Me))
            {
                return true;
            }
        }

        return false;
    }

    private static bool DidNot(Clause clause, Message message)
    {
        if (clause.NotDone.Has(Concept.Do))
        {
            return message.Said.Any(Guarded) || clause.Words.Count <= 6;
        }

        var late = clause.Any(Concept.Yet) || message.Said.Any(ConceptSet.Of(Concept.Expire, Concept.Forget, Concept.Wrong, Concept.Fails, Concept.Locked)) || message.Denied.Any(ConceptSet.Of(Concept.SignIn, Concept.Work));
        return clause.NotDone.Any(Deeds) && !late && Aims(clause, message) && !IsSubject(clause);
    }

    private static bool Aims(Clause clause, Message message) =>
        clause.Said.Any(Guarded)
        || (message.Said.Any(Guarded) && (clause.Says(Concept.It) || clause.Words.Exists(word => word.Text is "anything" or "any" or "nagon" or "nagot" or "nagonting")))
        || clause.NotDone.Any(ConceptSet.Of(Concept.Reset, Concept.Unlock));

    // "My password has not changed" tells of the password, not of the person.
    private static bool IsSubject(Clause clause)
    {
        var first = clause.IndexOf(Guarded);
        return first >= 0 && first < clause.IndexOf(ConceptSet.Of(Concept.Not)) && !clause.Words.Exists(word => word.Is(Concept.Self) || word.Text == "i");
    }

    private static bool SomeoneDid(Clause clause)
    {
        if (!clause.Says(Concept.Someone) || clause.Any(Concept.Can, Concept.Must, Concept.Help) || !clause.Any(Concept.Mine, Concept.Use))
        {
            return false;
        }

        var done = clause.Any(Concept.Acted, Concept.Use, Concept.Try, Concept.Hack, Concept.SignIn) || clause.Follows(Concept.Someone, Concept.Reset) || clause.Says(Concept.Have, Concept.Reset);
        return done && (clause.Said.Any(Guarded) || clause.Says(Concept.SignIn));
    }
}
