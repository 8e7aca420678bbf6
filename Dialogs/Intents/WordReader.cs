using System.Globalization;
using System.Text;

namespace ResetBot.Dialogs.Intents;

/// <summary>Cuts a text into clauses and words: lower case, diacritics folded, emoji and other signs dropped.</summary>
internal static class WordReader
{
    private const string ClauseEnds = ".!?;,:()\"\n\r\u201C\u201D\u2026|";

    private static readonly HashSet<string> Joints = ["but", "men", "and", "och", "o", "so", "because", "eftersom", "although"];

    // What somebody else wrote is not what the person wants.
    private static readonly string[] Quotes = [">", "fwd:", "fw:", "vb:", "from:", "fran:", "subject:", "amne:"];

    public static List<List<Word>> Read(string text)
    {
        var clauses = new List<List<Word>>(4);
        foreach (var line in text.EnumerateLines())
        {
            var folded = Fold(line);
            if (!Array.Exists(Quotes, quote => folded.StartsWith(quote, StringComparison.Ordinal)))
            {
                ReadLine(folded, clauses);
            }
        }

        return clauses;
    }

    private static void ReadLine(string line, List<List<Word>> clauses)
    {
        var clause = new List<Word>(12);
        var start = -1;
        for (var index = 0; index <= line.Length; index++)
        {
            var end = index == line.Length;
            if (!end && (char.IsLetterOrDigit(line[index]) || (start >= 0 && line[index] is '\'')))
            {
                start = start < 0 ? index : start;
                continue;
            }

            if (start >= 0)
            {
                clause = Take(line[start..index], clause, clauses);
                start = -1;
            }

            if ((end || ClauseEnds.Contains(line[index], StringComparison.Ordinal)) && clause.Count > 0)
            {
                clauses.Add(clause);
                clause = new List<Word>(12);
            }
        }
    }

    private static List<Word> Take(string word, List<Word> clause, List<List<Word>> clauses)
    {
        if (Joints.Contains(word))
        {
            if (clause.Count == 0)
            {
                return clause;
            }

            clauses.Add(clause);
            return new List<Word>(12);
        }

        var possessive = word.EndsWith("'s", StringComparison.Ordinal);
        var plain = word.Contains('\'', StringComparison.Ordinal) ? word.Replace("'", "", StringComparison.Ordinal) : word;
        var means = Vocabulary.Read(plain);
        if (possessive && means.IsEmpty)
        {
            plain = word[..^2];
            means = Vocabulary.Read(plain);
        }

        clause.Add(new Word(plain, means, possessive));
        return clause;
    }

    private static string Fold(ReadOnlySpan<char> line)
    {
        var folded = new StringBuilder(line.Length);
        foreach (var letter in line.Trim())
        {
            folded.Append(Fold(char.ToLowerInvariant(letter)));
        }

        return folded.ToString();
    }

    private static char Fold(char letter) => letter switch
    {
        'å' or 'ä' or 'á' or 'à' or 'æ' => 'a',
        'ö' or 'ø' or 'ó' => 'o',
        'é' or 'è' or 'ë' => 'e',
        'ü' => 'u',
        '\u2019' or '\u2018' or '`' or '\u00B4' => '\'',
        _ when char.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark => '\'',
        _ => letter,
    };
}
