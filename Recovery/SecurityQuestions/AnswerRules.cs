using ResetBot.Recovery.Accounts;

namespace ResetBot.Recovery.SecurityQuestions;

/// <summary>Looks for what is wrong with questions and answers before they are kept. Microsoft Entra SSPR: 3 to 40 characters, no two alike.</summary>
public sealed class AnswerRules(SecurityQuestionList list, IQuestionTexts texts)
{
    public const int Shortest = 3;

    public const int Longest = 40;

    /// <summary>Every fault, by row.</summary>
    internal IReadOnlyList<FaultyAnswer> Faults(Account account, IReadOnlyList<AnsweredQuestion> rows)
    {
        var names = NamesOf(account);
        List<FaultyAnswer> faults = [];
        for (var row = 0; row < rows.Count; row++)
        {
            var before = rows.Take(row).ToList();
            faults.AddRange(new[] { QuestionFault(rows[row], before), Fault(rows[row], before, names) }
                .OfType<AnswerFault>()
                .Select(fault => new FaultyAnswer(row, fault)));
        }

        return faults;
    }

    private AnswerFault? QuestionFault(AnsweredQuestion row, List<AnsweredQuestion> before)
    {
        if (!list.Has(row.Question))
        {
            return AnswerFault.NoQuestion;
        }

        return before.Exists(other => other.Question == row.Question) ? AnswerFault.QuestionTwice : null;
    }

    private AnswerFault? Fault(AnsweredQuestion row, List<AnsweredQuestion> before, HashSet<string> names)
    {
        var answer = AnswerText.Plain(row.Answer);
        return answer.EnumerateRunes().Count() switch
        {
            0 => AnswerFault.Empty,
            < Shortest => AnswerFault.TooShort,
            > Longest => AnswerFault.TooLong,
            _ when before.Exists(other => AnswerText.Plain(other.Answer) == answer) => AnswerFault.LikeAnother,
            _ when list.Has(row.Question) && texts.InEveryLanguage(row.Question).Any(text => IsMadeOf(row.Answer, [.. AnswerText.Words(text)])) => AnswerFault.InQuestion,
            _ when names.Contains(answer) || IsMadeOf(row.Answer, names) => AnswerFault.OwnName,
            _ => null,
        };
    }

    private static bool IsMadeOf(string answer, HashSet<string> words) =>
        AnswerText.Words(answer) is { Count: > 0 } typed && typed.All(words.Contains);

    // Each name as a whole and word by word; of an address what stands before the company's part too.
    private static HashSet<string> NamesOf(Account account)
    {
        string[] names = [account.FirstName, account.LastName, account.FirstName + account.LastName, account.DisplayName, account.UserName, account.Mail ?? ""];
        return
        [
            .. names.Select(name => AnswerText.Plain(name)),
            .. names.Select(name => AnswerText.Plain(name.Split('@')[0])),
            .. names.SelectMany(name => AnswerText.Words(name.Split('@')[0])),
        ];
    }
}
