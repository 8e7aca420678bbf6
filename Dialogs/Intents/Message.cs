namespace ResetBot.Dialogs.Intents;

/// <summary>A whole message: the clauses in which a person speaks of what is their own.</summary>
internal sealed class Message
{
    private static readonly HashSet<string> SwedishWords =
        ["jag", "inte", "mitt", "min", "att", "det", "ar", "har", "kan", "vill", "pa", "fran", "till", "hans", "hennes", "losenord", "konto", "kontot", "sitt", "sin"];

    private Message(List<Clause> clauses, ConceptSet said, ConceptSet denied)
    {
        Clauses = clauses;
        Said = said;
        Denied = denied;
    }

    public List<Clause> Clauses { get; }

    /// <summary>What is said in any clause.</summary>
    public ConceptSet Said { get; }

    /// <summary>What is denied in any clause.</summary>
    public ConceptSet Denied { get; }

    public static Message Read(string text)
    {
        var clauses = WordReader.Read(text).ConvertAll(words => new Clause(words));
        var swedish = clauses.Exists(clause => clause.Words.Exists(word => SwedishWords.Contains(word.Text)));
        var anothers = clauses.FindAll(clause => Owners.IsAnothers(clause, swedish));
        if (anothers.Count > 0)
        {
            clauses.RemoveAll(clause => anothers.Contains(clause) || !clause.Words.Exists(word => Owners.IsSelf(word, swedish)));
        }

        return Gather(clauses);
    }

    private static Message Gather(List<Clause> clauses)
    {
        var (said, denied) = (default(ConceptSet), default(ConceptSet));
        foreach (var clause in clauses)
        {
            clause.Inherit(said);
            said = said.With(clause.Said);
            denied = denied.With(clause.Denied);
        }

        return new Message(clauses, said, denied);
    }
}
