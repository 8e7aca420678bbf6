namespace ResetBot.Recovery.SecurePages;

/// <summary>Lists what is out of range in <see cref="SecurePageOptions"/>.</summary>
public static class SecurePageOptionsValidator
{
    public static IEnumerable<string> Faults(SecurePageOptions options)
    {
        if (options.TimeToOpen < TimeSpan.FromMinutes(1) || options.TimeToOpen > TimeSpan.FromMinutes(15))
        {
            yield return $"SecurePage:TimeToOpen is {options.TimeToOpen}; it must be from 1 to 15 minutes.";
        }

        if (options.TimeToFinish < TimeSpan.FromMinutes(2) || options.TimeToFinish > TimeSpan.FromMinutes(30))
        {
            yield return $"SecurePage:TimeToFinish is {options.TimeToFinish}; it must be from 2 to 30 minutes.";
        }

        if (options.TimeToObject < TimeSpan.FromDays(1) || options.TimeToObject > TimeSpan.FromDays(365))
        {
            yield return $"SecurePage:TimeToObject is {options.TimeToObject}; it must be from 1 to 365 days.";
        }
    }
}
