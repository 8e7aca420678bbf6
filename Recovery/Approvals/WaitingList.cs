namespace ResetBot.Recovery.Approvals;

/// <summary>What waits for the word of somebody, the oldest first.</summary>
internal static class WaitingList
{
    // Whoever floods somebody finds the oldest question gone, not that person's patience.
    private const int Most = 20;

    /// <summary>Adds one, in the place of those that are over with it.</summary>
    public static void Add<T>(List<T> waiting, T newest, Predicate<T> isOver)
    {
        waiting.RemoveAll(isOver);
        if (waiting.Count >= Most)
        {
            waiting.RemoveAt(0);
        }

        waiting.Add(newest);
    }
}
