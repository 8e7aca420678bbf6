using System.Text;

namespace ResetBot.Recovery.Passwords;

/// <summary>Checks <see cref="PasswordOptions"/> when the host starts.</summary>
public static class PasswordOptionsValidator
{
    // Microsoft Entra ID: a custom list holds up to 1,000 terms of 4 to 16 characters.
    private const int MostWords = 1000;
    private const int ShortestWord = 4;
    internal const int LongestWord = 16;

    /// <summary>Every fault, each with the value found; empty when there is none.</summary>
    public static IReadOnlyList<string> Faults(PasswordOptions options)
    {
        var faults = new List<string>();
        Range(faults, nameof(options.MinimumLength), options.MinimumLength, 8, 64);
        Range(faults, nameof(options.MinimumLengthWithSecondFactor), options.MinimumLengthWithSecondFactor, 8, 64);
        Range(faults, nameof(options.MaximumLength), options.MaximumLength, 64, 256);
        Range(faults, nameof(options.PointsRequired), options.PointsRequired, 1, 20);
        Range(faults, nameof(options.VarietyRequired), options.VarietyRequired, 0, 15);
        Range(faults, nameof(options.StrengthRequired), options.StrengthRequired, 0, 4);
        Range(faults, nameof(options.HistoryLength), options.HistoryLength, 0, 24);
        Words(faults, options.BannedWords);
        return faults;
    }

    private static void Range(List<string> faults, string name, int found, int least, int most)
    {
        if (found < least || found > most)
        {
            faults.Add($"{PasswordOptions.Section}:{name} is {least} to {most}; found {found}.");
        }
    }

    private static void Words(List<string> faults, IList<string> words)
    {
        const string name = $"{PasswordOptions.Section}:{nameof(PasswordOptions.BannedWords)}";
        if (words.Count > MostWords)
        {
            faults.Add($"{name} holds up to {MostWords} words; found {words.Count}.");
        }

        for (var i = 0; i < words.Count; i++)
        {
            var length = words[i].Trim().Normalize(NormalizationForm.FormKC).EnumerateRunes().Count();
            if (length is < ShortestWord or > LongestWord)
            {
                faults.Add($"{name}:{i} has {ShortestWord} to {LongestWord} characters; found '{words[i]}'.");
            }
        }
    }
}
