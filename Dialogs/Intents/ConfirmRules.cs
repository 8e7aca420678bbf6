namespace ResetBot.Dialogs.Intents;

/// <summary>When a clause asks to look through what is registered, and says nothing of changing it.</summary>
internal static class ConfirmRules
{
    public static bool Hold(Clause clause) =>
        clause.Says(Concept.Mine)
        && (clause.Any(Concept.Method, Concept.Phone, Concept.Mail, Concept.Data) || clause.Words.Exists(word => word.Text is "details" or "registration" or "uppgifter"))
        && !clause.Any(Concept.Password, Concept.Code, Concept.Change, Concept.Delete, Concept.Not)
        && (Confirms(clause) || AsksWhetherStillRight(clause));

    private static bool Confirms(Clause clause) =>
        clause.Words.Exists(word => word.Text is "confirm" or "reconfirm" or "bekrafta" or "review" or "granska") || (Has(clause, "ga") && Has(clause, "igenom"));

    private static bool AsksWhetherStillRight(Clause clause) =>
        clause.Words.Exists(word => word.Text is "still" or "fortfarande")
        && clause.Words.Exists(word => word.Text is "right" or "correct" or "current" or "valid" or "stammer" or "ratt" or "aktuell" or "aktuella" or "korrekt" or "korrekta" or "galler");

    private static bool Has(Clause clause, string text) => clause.Words.Exists(word => word.Text == text);
}
