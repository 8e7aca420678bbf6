namespace ResetBot.Dialogs.Intents;

/// <summary>One word of a sentence, folded, with what it can stand for.</summary>
/// <param name="Text">Lower case, without diacritics and apostrophes.</param>
/// <param name="Means">What it can stand for.</param>
/// <param name="Possessive">It ended in 's.</param>
internal readonly record struct Word(string Text, ConceptSet Means, bool Possessive)
{
    public bool Is(Concept concept) => Means.Has(concept);
}
