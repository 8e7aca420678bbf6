namespace ResetBot.Recovery.SecurityQuestions;

/// <summary>Lists what is out of range in <see cref="SecurityQuestionOptions"/>. Nothing that is set goes below it.</summary>
public static class SecurityQuestionOptionsValidator
{
    private const int MostCustom = 20;
    private const int LongestName = 40;

    public static IEnumerable<string> Faults(SecurityQuestionOptions options) => [.. Numbers(options), .. Custom(options)];

    private static IEnumerable<string> Numbers(SecurityQuestionOptions options)
    {
        if (options.ToRegister is < 3 or > 5)
        {
            yield return $"SecurityQuestions:ToRegister is {options.ToRegister}; it must be from 3 to 5.";
        }

        if (options.ToAnswer is < 3 or > 5)
        {
            yield return $"SecurityQuestions:ToAnswer is {options.ToAnswer}; it must be from 3 to 5.";
        }

        if (options.ToAnswer > options.ToRegister)
        {
            yield return $"SecurityQuestions:ToAnswer is {options.ToAnswer}; it must be at most SecurityQuestions:ToRegister ({options.ToRegister}).";
        }
    }

    private static IEnumerable<string> Custom(SecurityQuestionOptions options)
    {
        if (options.Custom.Count > MostCustom)
        {
            yield return $"SecurityQuestions:Custom has {options.Custom.Count} questions; {MostCustom} are the most.";
        }

        foreach (var (name, text) in options.Custom)
        {
            if (name.Length is 0 or > LongestName || !name.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'))
            {
                yield return $"SecurityQuestions:Custom has the name '{name}'; it must be 1 to {LongestName} small letters (a to z), digits and dashes.";
            }

            if (text is null || text.Length is < 3 or > 200 || text.Trim() != text || text.Any(char.IsControl))
            {
                yield return $"SecurityQuestions:Custom:{name} is '{text}'; it must be 3 to 200 characters in one line.";
            }
        }

        foreach (var alike in options.Custom.Where(one => one.Value is not null).GroupBy(one => AnswerText.Plain(one.Value)).Where(group => group.Count() > 1))
        {
            yield return $"SecurityQuestions:Custom has the same question under {string.Join(" and ", alike.Select(one => one.Key))}.";
        }
    }
}
