using System.Text.Json.Nodes;

namespace ResetBot.Testing.Slack;

/// <summary>
/// What Slack checks of tables and charts. https://docs.slack.dev/reference/block-kit/blocks/data-table-block,
/// https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block
/// </summary>
internal static class SlackFigures
{
    private const int MostInCells = 10_000;

    /// <summary>What is wrong with the tables and charts of one message together; null when nothing is.</summary>
    public static string? FaultOfAll(JsonArray blocks)
    {
        var tables = blocks.Where(block => (string?)block!["type"] == "data_table").ToList();
        return tables.Sum(table => Cells(table!).Sum(cell => ((string)cell!["text"]!).Length)) > MostInCells ? "too much in the cells"
            : blocks.Count(block => (string?)block!["type"] == "data_visualization") > 2 ? "too many charts"
            : null;
    }

    public static string? Table(JsonObject table)
    {
        if (table["rows"] is not JsonArray { Count: >= 2 and <= 101 } rows || string.IsNullOrEmpty((string?)table["caption"]))
        {
            return "no caption, no rows, or too many";
        }

        var columns = rows[0]!.AsArray().Count;
        return columns is < 1 or > 20 || rows.Any(row => row!.AsArray().Count != columns) ? "rows of different lengths, or of too many cells"
            : table["page_size"] is { } page && page.GetValue<int>() is < 1 or > 100 ? "a page_size out of range"
            : table["row_header_column_index"] is { } header && header.GetValue<int>() is var at && (at < 0 || at >= columns) ? "no such column"
            : Cells(table).Select(Cell).FirstOrDefault(fault => fault is not null);
    }

    public static string? Chart(JsonObject block) => (string?)block["title"] is not { Length: > 0 and <= 50 } ? "no title, or one that is too long"
        : (string?)block["chart"]?["type"] switch
        {
            "pie" => Points(block["chart"]!["segments"], 6) ?? (block["chart"]!["segments"]!.AsArray().Any(part => part!["value"]!.GetValue<decimal>() <= 0) ? "a part of nothing" : null),
            "bar" or "line" or "area" => Series(block["chart"]!),
            var other => $"no chart '{other}' here",
        };

    private static IEnumerable<JsonNode?> Cells(JsonNode table) => table["rows"]!.AsArray().SelectMany(row => row!.AsArray());

    private static string? Cell(JsonNode? cell) => string.IsNullOrEmpty((string?)cell?["text"]) ? "an empty cell"
        : (string?)cell!["type"] switch
        {
            "raw_text" => cell["value"] is null ? null : "a text with a value",
            "raw_number" => cell["value"]?.GetValueKind() == System.Text.Json.JsonValueKind.Number ? null : "a number without a value",
            var other => $"no cell '{other}' here",
        };

    private static string? Series(JsonNode chart)
    {
        var categories = chart["axis_config"]?["categories"]?.AsArray().Select(category => (string)category!).ToList() ?? [];
        if (chart["series"] is not JsonArray { Count: >= 1 and <= 6 } all || categories.Count is 0 or > 20 || ((string?)chart["axis_config"]!["x_label"])?.Length > 50)
        {
            return "no series or categories, or too many, or a name that is too long";
        }

        return all.Select(series => (string?)series!["name"]).Distinct().Count() != all.Count ? "a series twice"
            : all.Any(series => (string?)series!["name"] is not { Length: > 0 and <= 20 }) ? "a name that is too long"
            : all.Any(series => !series!["data"]!.AsArray().Select(point => (string)point!["label"]!).SequenceEqual(categories)) ? "labels that are not the categories"
            : all.Select(series => Points(series!["data"], 20)).FirstOrDefault(fault => fault is not null);
    }

    private static string? Points(JsonNode? points, int most) => points is not JsonArray all || all.Count == 0 || all.Count > most ? "no points, or too many"
        : all.Any(point => (string?)point!["label"] is not { Length: > 0 and <= 20 }) ? "a label that is too long"
        : all.Any(point => point!["value"]?.GetValueKind() != System.Text.Json.JsonValueKind.Number) ? "a point without a value"
        : null;
}
