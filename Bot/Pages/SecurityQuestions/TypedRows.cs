using ResetBot.Recovery.SecurityQuestions;

namespace ResetBot.Bot.Pages.SecurityQuestions;

/// <summary>What was typed on a page with questions, so that it need not be typed again.</summary>
/// <param name="DrawId">Which questions were answered: an answer must not stand below another one. Empty where they were chosen.</param>
/// <param name="Rows">The questions that were chosen, and the answers.</param>
/// <param name="Faults">What was wrong with them.</param>
internal sealed record TypedRows(string DrawId, IReadOnlyList<AnsweredQuestion> Rows, IReadOnlyList<FaultyAnswer> Faults)
{
    public static TypedRows None { get; } = new("", [], []);

    /// <summary>What a form brought, of which this many rows count.</summary>
    public static TypedRows Of(IFormCollection form, int rows) => new(
        form["draw"].ToString(),
        [.. Enumerable.Range(1, rows).Select(number => new AnsweredQuestion(form[$"question{number}"].ToString(), form[$"answer{number}"].ToString()))],
        []);

    public AnsweredQuestion Of(int row) => row < Rows.Count ? Rows[row] : new AnsweredQuestion("", "");
}
