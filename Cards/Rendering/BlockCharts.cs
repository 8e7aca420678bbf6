using System.Text.Json;
using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Rendering;

/// <summary>
/// Writes a chart as Slack's own, and as a table of its figures where it does not fit. https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block
/// </summary>
internal static class BlockCharts
{
    public static void Write(ref BlockWriter blocks, CardElement.Chart chart, WordBook words)
    {
        if (!Fits(chart) || !blocks.KeepChart(Length(chart)))
        {
            BlockTables.Write(ref blocks, TableText.Of(chart, words), words);
            return;
        }

        var json = blocks.Json;
        json.WriteStartObject();
        json.WriteString("type"u8, "data_visualization"u8);
        json.WriteString("title"u8, chart.Title);
        json.WriteStartObject("chart"u8);
        if (chart.Kind == ChartKind.Pie)
        {
            WritePie(json, chart);
        }
        else
        {
            WriteSeries(json, chart);
        }

        json.WriteEndObject();
        json.WriteEndObject();
        if (chart.Kind == ChartKind.Pie && Absent(chart) is { Count: > 0 } absent)
        {
            blocks.Quiet(string.Join(", ", absent.Select(name => $"{name}: {words.Number(0)}")));
        }
    }

    private static bool Fits(CardElement.Chart chart) =>
        chart.Title.Length <= BlockLimits.ChartTitle && AreLabels(chart.Categories)
        && (chart.Kind == ChartKind.Pie ? IsPie(chart) : AreSeries(chart));

    private static bool IsPie(CardElement.Chart chart) =>
        chart.Series.Count == 1 && chart.Series[0].Values.All(value => value >= 0) && chart.Series[0].Values.Count(value => value > 0) is > 0 and <= BlockLimits.ChartSeries;

    private static bool AreSeries(CardElement.Chart chart) =>
        chart.Series.Count <= BlockLimits.ChartSeries && AreLabels([.. chart.Series.Select(series => series.Name)]) && chart.Axis.Length <= BlockLimits.ChartTitle;

    private static bool AreLabels(IReadOnlyList<string> labels) =>
        labels.Count is > 0 and <= BlockLimits.ChartPoints
        && labels.All(label => label.Length <= BlockLimits.ChartLabel && !string.IsNullOrWhiteSpace(label)) && labels.Distinct(StringComparer.Ordinal).Count() == labels.Count;

    // Slack takes no part of nothing: what the pie cannot show is said below it.
    private static List<string> Absent(CardElement.Chart chart) => [.. chart.Categories.Where((_, at) => chart.Series[0].Values[at] == 0)];

    private static void WritePie(Utf8JsonWriter json, CardElement.Chart chart)
    {
        json.WriteString("type"u8, "pie"u8);
        json.WriteStartArray("segments"u8);
        for (var at = 0; at < chart.Categories.Count; at++)
        {
            if (chart.Series[0].Values[at] > 0)
            {
                WritePoint(json, chart.Categories[at], chart.Series[0].Values[at]);
            }
        }

        json.WriteEndArray();
    }

    private static void WriteSeries(Utf8JsonWriter json, CardElement.Chart chart)
    {
        json.WriteString("type"u8, chart.Kind == ChartKind.Line ? "line"u8 : "bar"u8);
        json.WriteStartArray("series"u8);
        foreach (var series in chart.Series)
        {
            json.WriteStartObject();
            json.WriteString("name"u8, series.Name);
            json.WriteStartArray("data"u8);
            for (var at = 0; at < chart.Categories.Count; at++)
            {
                WritePoint(json, chart.Categories[at], series.Values[at]);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("axis_config"u8);
        json.WriteStartArray("categories"u8);
        foreach (var category in chart.Categories)
        {
            json.WriteStringValue(category);
        }

        json.WriteEndArray();
        if (chart.Axis.Length > 0)
        {
            json.WriteString("x_label"u8, chart.Axis);
        }

        json.WriteEndObject();
    }

    private static void WritePoint(Utf8JsonWriter json, string label, decimal value)
    {
        json.WriteStartObject();
        json.WriteString("label"u8, label);
        json.WriteNumber("value"u8, value);
        json.WriteEndObject();
    }

    // Each series names every category again; figures are short.
    private static int Length(CardElement.Chart chart) =>
        chart.Title.Length + chart.Axis.Length + (chart.Categories.Sum(category => category.Length + 12) * (chart.Series.Count + 1)) + chart.Series.Sum(series => series.Name.Length);
}
