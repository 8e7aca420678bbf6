using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Rendering;

/// <summary>Tables and charts in words: for those who hear them, and where they cannot be drawn.</summary>
internal static class TableText
{
    /// <summary>The figures of a chart as a table: a row for each category, a column for each series.</summary>
    public static CardElement.Table Of(CardElement.Chart chart, WordBook words) => new(
        chart.Title,
        [chart.Axis, .. chart.Series.Select(series => series.Name)],
        chart.Series.Count == 0
            ? []
            : [.. chart.Categories.Select((category, at) => (IReadOnlyList<Cell>)[new Cell(category), .. chart.Series.Select(series => Cell.Of(series.Values[at], words))])]);

    /// <summary>What stands in the place of a table without rows.</summary>
    public static string Nothing(CardElement.Table table, WordBook words) => words.Say("card.empty", table.Caption);

    /// <summary>A row as one line. Cells hold commas: what separates them is another sign.</summary>
    public static string Line(CardElement.Table table, IReadOnlyList<Cell> row) => Line(table, row, 0, row.Count);

    /// <summary>What a row is about.</summary>
    public static string Name(CardElement.Table table, IReadOnlyList<Cell> row) => Line(table, row, 0, 1);

    /// <summary>What a row says of it.</summary>
    public static string Rest(CardElement.Table table, IReadOnlyList<Cell> row) => Line(table, row, 1, row.Count);

    /// <summary>Whether a column holds numbers only.</summary>
    public static bool IsNumeric(CardElement.Table table, int column) => table.Rows.All(row => row[column].Number is not null);

    /// <summary>A cell or a heading in which something is to be seen.</summary>
    public static string Filled(string text) => string.IsNullOrWhiteSpace(text) ? "–" : text;

    /// <summary>A text that stays within its line.</summary>
    public static string OneLine(string text) => text.AsSpan().ContainsAny('\r', '\n') ? string.Join(' ', text.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries)) : text;

    private static string Line(CardElement.Table table, IReadOnlyList<Cell> row, int from, int to) => string.Join(
        "; ", Enumerable.Range(from, to - from).Select(at => OneLine(table.Headings[at].Length > 0 ? $"{table.Headings[at]}: {Filled(row[at].Text)}" : Filled(row[at].Text))));
}
