using System.Text.Json;
using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Rendering;

/// <summary>
/// Writes a chart as Teams draws it, beyond what every client of Adaptive Cards knows: the others, and whoever cannot draw it, get its figures as a table.
/// https://learn.microsoft.com/microsoftteams/platform/task-modules-and-cards/cards/charts-in-adaptive-cards
/// </summary>
internal static class AdaptiveCharts
{
    /// <summary>The chart.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="chart">The chart.</param>
    /// <param name="words">The language.</param>
    /// <param name="room">How many characters the tables and charts of the card may still take.</param>
    public static void Write(Utf8JsonWriter json, CardElement.Chart chart, WordBook words, ref int room)
    {
        var table = TableText.Of(chart, words);
        if (table.Rows.Count == 0 || !Fits(chart) || !AdaptiveTables.IsWholeWithin(table, room - Length(chart)))
        {
            AdaptiveTables.Write(json, table, words, ref room);
            return;
        }

        room -= Length(chart);
        json.WriteStartObject();
        json.WriteString("type"u8, Type(chart.Kind));
        json.WriteString("title"u8, chart.Title);
        json.WriteStartArray("data"u8);
        if (chart.Kind == ChartKind.Pie)
        {
            WritePie(json, chart);
        }
        else
        {
            WriteSeries(json, chart);
        }

        json.WriteEndArray();
        if (chart.Kind != ChartKind.Pie && chart.Axis.Length > 0)
        {
            json.WriteString("xAxisTitle"u8, chart.Axis);
        }

        if (chart.Kind == ChartKind.Bar)
        {
            json.WriteBoolean("showBarValues"u8, true);
        }

        json.WriteStartObject("fallback"u8);
        json.WriteString("type"u8, "Container"u8);
        json.WriteStartArray("items"u8);
        AdaptiveTables.Write(json, table, words, ref room);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static ReadOnlySpan<byte> Type(ChartKind kind) => kind switch
    {
        ChartKind.Pie => "Chart.Pie"u8,
        ChartKind.Bar => "Chart.VerticalBar.Grouped"u8,
        ChartKind.Line => "Chart.Line"u8,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind"),
    };

    private static bool Fits(CardElement.Chart chart) =>
        chart.Categories.Count <= AdaptiveLimits.Categories && chart.Series.Count <= AdaptiveLimits.Series
        && (chart.Kind != ChartKind.Pie || (chart.Series[0].Values.All(value => value >= 0) && chart.Series[0].Values.Any(value => value > 0)));

    // Without the table that older clients show, which is whole where there is a chart.
    private static int Length(CardElement.Chart chart)
    {
        var names = chart.Categories.Sum(AdaptiveText.Length) + chart.Series.Sum(series => AdaptiveText.Length(series.Name));
        return (chart.Categories.Count * chart.Series.Count * AdaptiveLimits.Around) + (names * (chart.Series.Count + 1));
    }

    private static void WritePie(Utf8JsonWriter json, CardElement.Chart chart)
    {
        for (var at = 0; at < chart.Categories.Count; at++)
        {
            json.WriteStartObject();
            json.WriteString("legend"u8, chart.Categories[at]);
            json.WriteNumber("value"u8, chart.Series[0].Values[at]);
            json.WriteEndObject();
        }
    }

    private static void WriteSeries(Utf8JsonWriter json, CardElement.Chart chart)
    {
        foreach (var series in chart.Series)
        {
            json.WriteStartObject();
            json.WriteString("legend"u8, series.Name);
            json.WriteStartArray("values"u8);
            for (var at = 0; at < chart.Categories.Count; at++)
            {
                json.WriteStartObject();
                json.WriteString("x"u8, chart.Categories[at]);
                json.WriteNumber("y"u8, series.Values[at]);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }
    }
}
