namespace ResetBot.Dialogs.Intents;

/// <summary>Tells whose account a clause speaks of. A person acts for themselves only.</summary>
internal static class Owners
{
    private static readonly ConceptSet Owned = ConceptSet.Of(Concept.Password, Concept.Account, Concept.Phone, Concept.Mail, Concept.SignIn);

    private static readonly ConceptSet Acts = ConceptSet.Of(
        Concept.SignIn, Concept.Forget, Concept.Remember, Concept.Lost, Concept.Reset, Concept.Change, Concept.Unlock, Concept.Locked,
        Concept.LockedOut, Concept.Register, Concept.Add, Concept.Expire, Concept.Password, Concept.Account, Concept.Phone);

    // Words that end in s, as a Swedish or carelessly written owner would, and are none.
    private static readonly HashSet<string> NoOwners =
        ["windows", "this", "previous", "is", "was", "has", "as", "its", "dags", "needs", "does", "wants", "says", "office", "across", "sms", "plus", "tidigare", "hos", "las", "ldas", "teams", "lapps", "address", "access", "process", "is", "vars"];

    private static readonly ConceptSet Predicates = Acts.Without(Owned).With(ConceptSet.Of(Concept.Be, Concept.Have, Concept.Can, Concept.Not, Concept.Want));

    /// <summary>The one who writes.</summary>
    public static bool IsSelf(Word word, bool swedish) =>
        word.Is(Concept.Self) || word.Is(Concept.Mine) || word.Is(Concept.Me) || (!swedish && word.Text == "i");

    public static bool IsAnothers(Clause clause, bool swedish)
    {
        // Whoever vouches does it for somebody else, and asks for themselves.
        if (clause.Says(Concept.Vouch))
        {
            return false;
        }

        if (NamesOwner(clause.Words))
        {
            return true;
        }

        var act = clause.IndexOf(Acts);
        if (!clause.Words.Exists(word => word.Is(Concept.Other)))
        {
            return (act >= 2 && IsUnknownSubject(clause.Words, act, swedish)) || IsNamedSubject(clause.Words, act, swedish);
        }

        return act < 0 || SubjectBefore(clause.Words, act, swedish) is Concept.Other || IsForOther(clause.Words, act);
    }

    /// <summary>It speaks of a thing that is no account of the person: a door, the wireless network, "the password to Netflix".</summary>
    public static bool IsOfThing(Clause clause)
    {
        if (clause.Says(Concept.Thing))
        {
            return true;
        }

        var of = clause.IndexOf(ConceptSet.Of(Concept.Password, Concept.Account)) + 1;
        if (of == 0 || of >= clause.Words.Count - 1)
        {
            return false;
        }

        var next = clause.Words.FindIndex(of + 1, word => !word.Is(Concept.Filler));
        return next >= 0 && clause.Words[next].Means.IsEmpty && clause.Words[of].Text switch
        {
            "to" or "till" or "hos" => true,
            "for" or "of" or "on" or "pa" => !HasOwn(clause.Words) && clause.Words[of + 1].Text is "the" or "a" or "den" or "det" && !clause.Words.Exists(word => word.Text is "time" or "gangen"),
            _ => false,
        };
    }

    // "My cousin has forgotten": whoever that is.
    private static bool IsUnknownSubject(List<Word> words, int act, bool swedish)
    {
        for (var index = act - 1; index >= 1; index--)
        {
            if (words[index].Means.IsEmpty && words[index - 1].Is(Concept.Mine))
            {
                return words[index + 1].Means.Any(Predicates) && !HasOwn(words);
            }

            if (IsSelf(words[index], swedish))
            {
                return false;
            }
        }

        return false;
    }

    // "Lisa cannot log in".
    private static bool IsNamedSubject(List<Word> words, int act, bool swedish) =>
        act > 0 && words[0].Means.IsEmpty && words[0].Text.Length > 2
        && (words[1].Is(Concept.Can) || (words[1].Is(Concept.Have) && words.Count > 2 && words[2].Means.Any(ConceptSet.Of(Concept.Forget, Concept.Lost, Concept.Locked))) || words[1].Is(Concept.Be) || words[1].Is(Concept.Forget) || words[1].Is(Concept.Want) || words[1].Text is "cant" or "cannot")
        && !words.Exists(word => IsSelf(word, swedish) || word.Is(Concept.Account));

    // "Anna's password", "Annas lösenord", "hans konto".
    private static bool NamesOwner(List<Word> words)
    {
        for (var index = 1; index < words.Count; index++)
        {
            if (words[index].Means.Any(Owned) && IsOwner(words[index - 1]))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOwner(Word word) =>
        word.Is(Concept.Theirs)
        || (word.Is(Concept.Other) && (word.Possessive || word.Text.EndsWith('s')))
        || (word.Means.IsEmpty && (word.Possessive || (word.Text.Length > 2 && word.Text.EndsWith('s') && !NoOwners.Contains(word.Text))));

    private static Concept? SubjectBefore(List<Word> words, int end, bool swedish)
    {
        for (var index = end - 1; index >= 0; index--)
        {
            if (words[index].Is(Concept.Other))
            {
                return Concept.Other;
            }

            // "My colleague" is no self.
            if (IsSelf(words[index], swedish) && !words[Math.Min(index + 1, words.Count - 1)].Is(Concept.Other))
            {
                return Concept.Self;
            }
        }

        return null;
    }

    private static bool IsForOther(List<Word> words, int act)
    {
        var other = words.FindIndex(act, word => word.Is(Concept.Other));
        return other >= 0 && !HasOwn(words);
    }

    private static bool HasOwn(List<Word> words)
    {
        for (var index = 1; index < words.Count; index++)
        {
            if (words[index - 1].Is(Concept.Mine) && words[index].Means.Any(Owned))
            {
                return true;
            }
        }

        return false;
    }
}
