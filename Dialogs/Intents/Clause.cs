namespace ResetBot.Dialogs.Intents;

/// <summary>What one clause says, and what it says is not so.</summary>
internal sealed class Clause
{
    private const int Reach = 6;

    private static readonly ConceptSet Objects = ConceptSet.Of(
        Concept.Password, Concept.Account, Concept.Phone, Concept.Mail, Concept.Method, Concept.Code, Concept.Data);

    /// <summary>What can be denied.</summary>
    private static readonly ConceptSet Acts = ConceptSet.Of(
        Concept.SignIn, Concept.Forget, Concept.Remember, Concept.Know, Concept.Lost, Concept.Work, Concept.Valid, Concept.Reset, Concept.Change,
        Concept.Acted, Concept.Asked, Concept.Do, Concept.Unlock, Concept.Locked, Concept.LockedOut, Concept.Expire, Concept.Register, Concept.Add,
        Concept.Delete, Concept.Store, Concept.Cancel, Concept.Continue, Concept.Talk, Concept.Hack, Concept.Use);

    private static readonly ConceptSet Transparent = ConceptSet.Of(Concept.Want, Concept.Can, Concept.Must);

    public Clause(List<Word> words)
    {
        Words = words;
        Pairs.Mark(words);
        Read();
    }

    public List<Word> Words { get; }

    /// <summary>What is said, without what is denied.</summary>
    public ConceptSet Said { get; private set; }

    /// <summary>What is said not to be so.</summary>
    public ConceptSet Denied { get; private set; }

    /// <summary>What is said not to have happened, or not to have been done.</summary>
    public ConceptSet NotDone { get; private set; }

    /// <summary>Takes over what an "it" or a "one" stands for.</summary>
    public void Inherit(ConceptSet earlier)
    {
        if ((Said.Has(Concept.It) || Words[^1].Is(Concept.New)) && !Said.Any(Objects))
        {
            Said = Said.With(earlier.And(Objects));
        }
    }

    /// <summary>Nothing is said but this, and words that say nothing by themselves.</summary>
    public bool IsOnly(ConceptSet concepts) =>
        Said.Any(concepts) && Words.TrueForAll(word => word.Means.Any(concepts) || word.Is(Concept.Filler));

    public bool Says(params ReadOnlySpan<Concept> concepts)
    {
        foreach (var concept in concepts)
        {
            if (!Said.Has(concept))
            {
                return false;
            }
        }

        return true;
    }

    public bool Any(params ReadOnlySpan<Concept> concepts) => Said.Any(ConceptSet.Of(concepts));

    public int IndexOf(ConceptSet concepts) => Words.FindIndex(word => word.Means.Any(concepts));

    /// <summary>These stand one after the other in it.</summary>
    public bool Follows(Concept first, Concept next)
    {
        for (var index = 1; index < Words.Count; index++)
        {
            if (Words[index - 1].Is(first) && Words[index].Is(next))
            {
                return true;
            }
        }

        return false;
    }

    private void Read()
    {
        // "Not locked out": both words of it are denied.
        Span<bool> denied = stackalloc bool[Math.Min(Words.Count, 1000)];
        for (var index = 0; index < denied.Length; index++)
        {
            if (Words[index].Is(Concept.Not) && FindDenied(index) is var found and >= 0 && found < denied.Length)
            {
                denied[found] = true;
                var acts = Words[found].Means.And(Acts);
                Denied = Denied.With(acts);
                for (var next = found + 1; next < denied.Length && next <= found + 2; next++)
                {
                    denied[next] |= Words[next].Means.Any(acts.With(ConceptSet.Of(Concept.LockedOut)).And(Acts));
                }

                NotDone = IsPast(index) || acts.Any(ConceptSet.Of(Concept.Acted, Concept.Asked, Concept.Do)) ? NotDone.With(acts) : NotDone;
            }
        }

        Denied = Follows(Concept.Not, Concept.Want) || Follows(Concept.Want, Concept.NotAfter) ? Denied.With(ConceptSet.Of(Concept.Want)) : Denied;
        for (var index = 0; index < denied.Length; index++)
        {
            Said = Said.With(denied[index] ? Words[index].Means.Without(Acts) : Words[index].Means);
        }
    }

    private bool IsPast(int index) =>
        Words[index].Is(Concept.NotPast) || (index > 0 && Words[index - 1].Text is "did" or "have" or "has" or "had" or "har" or "hade");

    // "Minns inte" and "minns jag det inte": in Swedish the verb may come first. Elsewhere it comes after.
    private int FindDenied(int index)
    {
        if (Words[index].Is(Concept.NotAfter))
        {
            for (var before = index - 1; before >= 0 && before >= index - 3; before--)
            {
                if (IsAct(before))
                {
                    return before;
                }

                if (Words[before].Text is not ("jag" or "det" or "den" or "mig"))
                {
                    break;
                }
            }
        }

        for (var after = index + 1; after < Words.Count && after <= index + Reach; after++)
        {
            if (IsAct(after))
            {
                return after;
            }
        }

        return -1;
    }

    private bool IsAct(int index) => Words[index].Means.Any(Acts) && !(Words[index].Means.Any(Transparent) && !Words[index].Means.Without(Transparent).Any(Acts.Without(ConceptSet.Of(Concept.Know))));
}
