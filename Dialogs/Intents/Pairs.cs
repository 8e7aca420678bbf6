namespace ResetBot.Dialogs.Intents;

/// <summary>Words that mean something together, also with a few others between them: "log me in", "lås inte upp".</summary>
internal static class Pairs
{
    private static readonly (string First, string Last, int Gap, Concept Concept)[] Entries =
    [
        ("log", "in into on", 2, Concept.SignIn),
        ("logged logging sign signed signing", "in into on", 1, Concept.SignIn),
        ("get getting got", "in into", 1, Concept.SignIn),
        ("get getting", "back", 1, Concept.SignIn),
        ("let lets letting", "in", 2, Concept.SignIn),
        ("komma kommer kom slapper slappte slapps tar", "in", 3, Concept.SignIn),
        ("komma kommer", "at", 2, Concept.SignIn),
        ("access", "account", 1, Concept.SignIn),
        ("kommer kommit", "ihag pa", 2, Concept.Remember),
        ("set setting sets", "up", 1, Concept.Add),
        ("satta satter satt", "upp", 2, Concept.Add),
        ("lagga lagg lagger", "till in", 2, Concept.Add),
        ("lagt", "till", 2, Concept.Acted),
        ("sign", "up", 0, Concept.Register),
        ("send", "out", 0, Concept.Get),
        ("las lasa laser", "upp", 4, Concept.Unlock),
        ("last laste", "upp", 1, Concept.Acted),
        ("last laste", "upp", 1, Concept.Unlock),
        ("stopped stops slutat slutade", "working work fungera funka", 1, Concept.Fails),
        ("last laste", "sig mig", 1, Concept.Locked),
        ("open", "again", 2, Concept.Unlock),
        ("gar gatt gick ga lopt loper lopte", "ut", 5, Concept.Expire),
        ("run ran runs running", "out", 0, Concept.Expire),
        ("going", "expire", 1, Concept.Expire),
        ("must be", "changed", 1, Concept.Change),
        ("too many", "many times attempts tries", 2, Concept.TooMany),
        ("for sa", "manga", 0, Concept.TooMany),
        ("locked lock", "out", 2, Concept.LockedOut),
        ("locked blocked last laste sparrat sparrade", "me mig", 0, Concept.LockedOut),
        ("im am got", "locked blocked", 2, Concept.LockedOut),
        ("jag", "sparrad", 2, Concept.LockedOut),
        ("no ingen inte", "idea clue aning", 1, Concept.NoIdea),
        ("slipped", "mind", 1, Concept.Forget),
        ("about on", "me", 0, Concept.AboutMe),
        ("om", "mig", 0, Concept.AboutMe),
        ("for", "me mig", 0, Concept.ForMe),
        ("ga gar gatt gick", "god", 4, Concept.Vouch),
        ("ta tar", "bort", 3, Concept.Delete),
        ("in", "as", 0, Concept.Use),
        ("in", "som", 0, Concept.Use),
        ("get getting ta tar tagit", "into in", 2, Concept.SignIn),
        ("real riktig", "person human manniska", 0, Concept.Human),
        ("service", "desk", 0, Concept.Desk),
        ("help it", "desk support department", 0, Concept.Desk),
        ("on pa from fran", "it", 0, Concept.Desk),
        ("gar", "till", 2, Concept.Work),
        ("keep keeps", "asking saying telling getting", 0, Concept.Again),
        ("never", "mind", 0, Concept.Cancel),
        ("forget drop", "it about", 0, Concept.Cancel),
        ("glom skit strunta struntar", "det i", 0, Concept.Cancel),
        ("strunt", "samma", 0, Concept.Cancel),
        ("lagg", "ner", 0, Concept.Cancel),
        ("changed", "mind", 1, Concept.Cancel),
        ("var", "inget", 0, Concept.Cancel),
        ("angrar angrat", "mig", 0, Concept.Cancel),
        ("carry go", "on", 0, Concept.Continue),
        ("right ratten", "forgotten bortglomd glomd", 3, Concept.Privacy),
    ];

    // In these the first word loses its own meaning: "never mind" denies nothing.
    private static readonly ConceptSet Idioms = ConceptSet.Of(Concept.Cancel, Concept.NoIdea, Concept.Acted);

    private static readonly Dictionary<string, List<(string Last, int Gap, Concept Concept)>> ByFirst = Fill();

    /// <summary>Gives the last word of each pair what the pair means.</summary>
    public static void Mark(List<Word> clause)
    {
        for (var index = 0; index < clause.Count; index++)
        {
            if (!ByFirst.TryGetValue(clause[index].Text, out var pairs))
            {
                continue;
            }

            foreach (var (last, gap, concept) in pairs)
            {
                if (Mark(clause, index + 1, Math.Min(index + 1 + gap, clause.Count - 1), last, concept))
                {
                    var filler = ConceptSet.Of(Concept.Filler);
                    clause[index] = clause[index] with { Means = Idioms.Has(concept) ? filler : clause[index].Means.With(filler) };
                }
            }
        }
    }

    private static bool Mark(List<Word> clause, int from, int to, string last, Concept concept)
    {
        for (var index = from; index <= to; index++)
        {
            if (clause[index].Text == last)
            {
                clause[index] = clause[index] with { Means = clause[index].Means.With(ConceptSet.Of(concept)) };
                return true;
            }
        }

        return false;
    }

    private static Dictionary<string, List<(string Last, int Gap, Concept Concept)>> Fill()
    {
        var table = new Dictionary<string, List<(string Last, int Gap, Concept Concept)>>();
        foreach (var (firsts, lasts, gap, concept) in Entries)
        {
            foreach (var first in firsts.Split(' '))
            {
                var pairs = table.TryGetValue(first, out var known) ? known : table[first] = [];
                pairs.AddRange(lasts.Split(' ').Select(last => (last, gap, concept)));
            }
        }

        return table;
    }
}
