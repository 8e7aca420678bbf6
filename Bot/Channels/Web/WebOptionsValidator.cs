namespace ResetBot.Bot.Channels.Web;

/// <summary>Lists what is out of range in <see cref="WebOptions"/>.</summary>
internal static class WebOptionsValidator
{
    public static IEnumerable<string> Faults(WebOptions options)
    {
        if (options.FormsPerAddressPerMinute is < 1 or > 1_000_000)
        {
            yield return $"Web:FormsPerAddressPerMinute is {options.FormsPerAddressPerMinute}; it must be from 1 to 1,000,000.";
        }

        if (options.Pace < TimeSpan.Zero || options.Pace > TimeSpan.FromSeconds(5))
        {
            yield return $"Web:Pace is {options.Pace}; it must be from 0 to 5 seconds.";
        }

        if (options.MostListeners is < 0 or > 100_000)
        {
            yield return $"Web:MostListeners is {options.MostListeners}; it must be from 0 to 100,000.";
        }

        if (options.MostListenersPerAddress is < 0 or > 100_000)
        {
            yield return $"Web:MostListenersPerAddress is {options.MostListenersPerAddress}; it must be from 0 to 100,000.";
        }

        if (options.KeepFor < TimeSpan.FromMinutes(20) || options.KeepFor > TimeSpan.FromDays(1))
        {
            yield return $"Web:KeepFor is {options.KeepFor}; it must be from 20 minutes to 1 day.";
        }
    }
}
