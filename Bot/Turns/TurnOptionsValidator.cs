namespace ResetBot.Bot.Turns;

/// <summary>Lists what is out of range in <see cref="TurnOptions"/>.</summary>
internal static class TurnOptionsValidator
{
    public static IEnumerable<string> Faults(TurnOptions options)
    {
        if (options.MostAtOnce is < 1 or > 100_000)
        {
            yield return $"Turns:MostAtOnce is {options.MostAtOnce}; it must be from 1 to 100,000.";
        }

        if (options.StrangersPercent is < 1 or > 100)
        {
            yield return $"Turns:StrangersPercent is {options.StrangersPercent}; it must be from 1 to 100.";
        }

        if (options.MostPerConversation is < 1 or > 1_000)
        {
            yield return $"Turns:MostPerConversation is {options.MostPerConversation}; it must be from 1 to 1,000.";
        }

        if (options.RetryAfter < TimeSpan.FromSeconds(1) || options.RetryAfter > TimeSpan.FromMinutes(10))
        {
            yield return $"Turns:RetryAfter is {options.RetryAfter}; it must be from 1 second to 10 minutes.";
        }

        if (options.StopWithin < TimeSpan.FromSeconds(1) || options.StopWithin > TimeSpan.FromMinutes(5))
        {
            yield return $"Turns:StopWithin is {options.StopWithin}; it must be from 1 second to 5 minutes.";
        }
    }
}
