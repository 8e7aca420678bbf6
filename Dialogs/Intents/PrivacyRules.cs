namespace ResetBot.Dialogs.Intents;

/// <summary>When a clause asks what is kept about the person.</summary>
internal static class PrivacyRules
{
    private static readonly ConceptSet Personal = ConceptSet.Of(Concept.Mine, Concept.AboutMe);

    public static bool Hold(Clause clause, Message message) =>
        clause.Says(Concept.Privacy)
        || (!clause.Says(Concept.Thing) && (AboutMe(clause) || OwnData(clause) || Keeps(clause) || AsksWhoSees(clause)));

    private static bool AsksWhoSees(Clause clause) =>
        clause.Words[0].Is(Concept.Someone) && clause.Says(Concept.Can, Concept.See) && clause.Any(Concept.Phone, Concept.Mail, Concept.Data);

    private static bool AboutMe(Clause clause) => clause.Says(Concept.AboutMe) && clause.Any(Concept.Store, Concept.Data, Concept.Delete, Concept.Know, Concept.Forget);

    private static bool OwnData(Clause clause) =>
        clause.Says(Concept.Data)
        && (clause.Said.Any(Personal) || IsPersonal(clause))
        && clause.Any(Concept.Store, Concept.Delete, Concept.Export, Concept.Happen, Concept.See, Concept.Use, Concept.Show, Concept.Which);

    private static bool IsPersonal(Clause clause) =>
        clause.Words.Exists(word => word.Text is "personal" or "personlig" or "personliga" || word.Text.StartsWith("personuppgift", StringComparison.Ordinal));

    // "Do you save what I write"; not "how do I save".
    private static bool Keeps(Clause clause)
    {
        var keep = clause.IndexOf(ConceptSet.Of(Concept.Store));
        return keep >= 0 && clause.Says(Concept.Store) && (keep == 0 || clause.Words[keep - 1].Text is not ("i" or "jag"))
            && clause.Says(Concept.You)
            && clause.Any(Concept.Phone, Concept.Mail, Concept.Chat, Concept.Data)
            && !clause.Any(Concept.Again);
    }
}
