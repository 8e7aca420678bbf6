using PhoneNumbers;

namespace ResetBot.Recovery.Limits;

/// <summary>Lists what is out of range in <see cref="CostCapOptions"/>.</summary>
public static class CostCapOptionsValidator
{
    private const int Most = 1_000_000_000;

    public static IEnumerable<string> Faults(CostCapOptions options)
    {
        if (options.PerDay is < 0 or > Most)
        {
            yield return $"CostCap:PerDay is {options.PerDay}; it must be from 0 to 1,000,000,000.";
        }

        if (options.StrangersPercent is < 1 or > 100)
        {
            yield return $"CostCap:StrangersPercent is {options.StrangersPercent}; it must be from 1 to 100.";
        }

        var known = PhoneNumberUtil.GetInstance().GetSupportedCallingCodes();
        foreach (var (prefix, cap) in options.Prefixes.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            if (!int.TryParse(prefix, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var code)
                || prefix[0] == '0' || !known.Contains(code))
            {
                yield return $"CostCap:Prefixes has '{prefix}'; it must be the calling code of a country in digits, as in 46.";
            }

            if (cap is < 0 or > Most)
            {
                yield return $"CostCap:Prefixes:{prefix} is {cap}; it must be from 0 to 1,000,000,000.";
            }
        }
    }
}
