namespace ResetBot.ConversationTests.Sequences;

/// <summary>One thing that somebody does.</summary>
/// <param name="By">Who.</param>
/// <param name="What">What they do.</param>
/// <param name="Which">Of several, which: a word, a card, a time, a policy.</param>
internal sealed record Deed(Voice By, Act What, int Which = 0)
{
    public override string ToString() => What switch
    {
        Act.Says => $"{By}: {Deeds.Word(Which)}",
        Act.Waits or Act.WaitsUnseen => $"({What}: {Deeds.Time(Which)})",
        Act.ChangesThePolicy => $"(policy: {string.Join(", ", Deeds.Policy(Which).Settings)})",
        Act.LocksTheAccount or Act.Restarts => $"({What})",
        Act.TapsACard or Act.TapsAForeignCard or Act.OpensThePage => $"{By} {What} ({Which})",
        _ => $"{By} {What}",
    };
}
