using System.Globalization;
using System.Text;
using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Rendering;

/// <summary>Draws tables and charts on a web page. A chart is its figures as a table, with a bar beside each: so everybody gets the same of it.</summary>
internal static class HtmlTables
{
    // A cell of more letters is read as words, which wrap; of fewer, as a figure among figures.
    private const int MostInFigure = 40;

    private const int MostColumnsOfWords = 4;

    public static void Draw(StringBuilder html, CardElement.Table table, WordBook words)
    {
        if (table.Rows.Count == 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p>{HtmlText.Lines(TableText.Nothing(table, words))}</p>");
            return;
        }

        var caption = HtmlText.Of(table.Caption);
        var isWords = table.Headings.Count <= MostColumnsOfWords && table.Rows.Any(row => row.Any(cell => cell.Text.Length > MostInFigure));
        BeginScroll(html, caption);
        html.Append(CultureInfo.InvariantCulture, $"<table class=\"{(isWords ? "words" : "figures")}\"><caption>{caption}</caption>");
        DrawRows(html, table, isWords, (_, _) => "");
        html.Append("</table></div>");
    }

    public static void Draw(StringBuilder html, CardElement.Chart chart, WordBook words)
    {
        var table = TableText.Of(chart, words);
        if (table.Rows.Count == 0)
        {
            Draw(html, table, words);
            return;
        }

        var title = HtmlText.Of(chart.Title);
        html.Append(CultureInfo.InvariantCulture, $"<figure class=\"chart\"><figcaption>{title}</figcaption>");
        BeginScroll(html, title);
        html.Append("<table class=\"figures\">");
        var whole = Whole(chart);
        DrawRows(html, table, isWords: false, (row, column) => column == 0 ? "" : Bar(chart.Series[column - 1].Values[row], whole));
        html.Append("</table></div></figure>");
    }

    // What is wider than the page is reached by the keyboard too. WCAG 2.2 §2.1.1
    private static void BeginScroll(StringBuilder html, string name) =>
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"sideways\" role=\"region\" tabindex=\"0\" aria-label=\"{name}\">");

    private static void DrawRows(StringBuilder html, CardElement.Table table, bool isWords, Func<int, int, string> bar)
    {
        // On a phone a table of words becomes a list, in which each cell says its heading.
        List<string> names = [.. table.Headings.Select(heading => isWords ? $" data-heading=\"{HtmlText.Of(heading)}\"" : "")];
        List<string> kinds = [.. table.Headings.Select((_, column) => column > 0 && TableText.IsNumeric(table, column) ? " class=\"count\"" : "")];
        html.Append("<thead><tr>");
        for (var column = 0; column < table.Headings.Count; column++)
        {
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"col\"{kinds[column]}>{HtmlText.Of(TableText.Filled(table.Headings[column]))}</th>");
        }

        html.Append("</tr></thead><tbody>");
        for (var row = 0; row < table.Rows.Count; row++)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{HtmlText.Lines(TableText.Filled(table.Rows[row][0].Text))}</th>");
            for (var column = 1; column < table.Headings.Count; column++)
            {
                html.Append(CultureInfo.InvariantCulture, $"<td{kinds[column]}{names[column]}>{HtmlText.Lines(TableText.Filled(table.Rows[row][column].Text))}{bar(row, column)}</td>");
            }

            html.Append("</tr>");
        }

        html.Append("</tbody>");
    }

    // A part of a pie is seen against the whole of it, other figures against the greatest one.
    private static double Whole(CardElement.Chart chart)
    {
        var sizes = chart.Series.SelectMany(series => series.Values).Select(value => (double)Math.Abs(value));
        return chart.Kind == ChartKind.Pie ? sizes.Sum() : sizes.Max();
    }

    // Drawn by attributes: the page takes no style that is written into it. The figure stands beside it, so nobody needs to hear of the bar.
    private static string Bar(decimal value, double whole)
    {
        var length = whole == 0 ? 0 : Math.Round((double)Math.Abs(value) / whole * 100, 1);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"<svg viewBox=\"0 0 100 6\" preserveAspectRatio=\"none\" aria-hidden=\"true\" focusable=\"false\"><rect class=\"rest\" width=\"100\" height=\"6\"></rect><rect class=\"bar\" width=\"{length}\" height=\"6\"></rect></svg>");
    }
}
