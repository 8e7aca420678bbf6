using System.Text.Json;
using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Rendering;

/// <summary>Writes a table as the element of Adaptive Cards 1.5, and the same rows as facts for clients that have no tables.</summary>
internal static class AdaptiveTables
{
    /// <summary>The table under its caption.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="table">The table.</param>
    /// <param name="words">The language.</param>
    /// <param name="room">How many characters the tables and charts of the card may still take.</param>
    public static void Write(Utf8JsonWriter json, CardElement.Table table, WordBook words, ref int room)
    {
        if (table.Rows.Count == 0)
        {
            AdaptiveText.Write(json, TableText.Nothing(table, words));
            return;
        }

        AdaptiveText.Write(json, table.Caption, isBold: true);
        var rows = RowsWithin(table, ref room);
        if (rows.Count > 0 && table.Headings.Count <= AdaptiveLimits.Columns)
        {
            WriteTable(json, table, rows);
        }
        else if (rows.Count > 0)
        {
            WriteFacts(json, table, rows);
        }

        if (rows.Count < table.Rows.Count)
        {
            AdaptiveText.Write(json, words.Say("card.moreRows", table.Rows.Count - rows.Count));
        }
    }

    /// <summary>Whether every row of a table has its place in so many characters.</summary>
    public static bool IsWholeWithin(CardElement.Table table, int room) => RowsWithin(table, ref room).Count == table.Rows.Count;

    private static List<IReadOnlyList<Cell>> RowsWithin(CardElement.Table table, ref int room)
    {
        // Facts say the headings again in every row.
        var headings = table.Headings.Sum(AdaptiveText.Length);
        List<IReadOnlyList<Cell>> rows = [];
        foreach (var row in table.Rows)
        {
            List<Cell> cut = [.. row.Select(cell => cell with { Text = BlockWriter.Shorten(TableText.Filled(cell.Text), AdaptiveLimits.Cell) })];
            room -= cut.Sum(cell => AdaptiveLimits.Around + (2 * AdaptiveText.Length(cell.Text))) + headings;
            if (room < 0)
            {
                break;
            }

            rows.Add(cut);
        }

        return rows;
    }

    // The first row is the heading unless said otherwise. That is left unsaid: the published schema calls it firstRowAsHeader, the documentation and
    // every renderer firstRowAsHeaders. https://adaptivecards.io/explorer/Table.html
    private static void WriteTable(Utf8JsonWriter json, CardElement.Table table, List<IReadOnlyList<Cell>> rows)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "Table"u8);
        json.WriteBoolean("showGridLines"u8, true);
        json.WriteStartArray("columns"u8);
        for (var column = 0; column < table.Headings.Count; column++)
        {
            json.WriteStartObject();
            json.WriteNumber("width"u8, Weight(table, rows, column));
            if (TableText.IsNumeric(table, column))
            {
                json.WriteString("horizontalCellContentAlignment"u8, "Right"u8);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("rows"u8);
        WriteRow(json, table.Headings, isHeading: true);
        foreach (var row in rows)
        {
            WriteRow(json, row.Select(cell => cell.Text), isHeading: false);
        }

        json.WriteEndArray();
        json.WritePropertyName("fallback"u8);
        WriteFacts(json, table, rows);
        json.WriteEndObject();
    }

    // A column of long texts is wider, and a column of numbers is not squeezed by it.
    private static int Weight(CardElement.Table table, List<IReadOnlyList<Cell>> rows, int column) =>
        Math.Clamp((Math.Max(table.Headings[column].Length, rows.Max(row => row[column].Text.Length)) + 11) / 12, 1, 3);

    private static void WriteRow(Utf8JsonWriter json, IEnumerable<string> cells, bool isHeading)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "TableRow"u8);
        json.WriteStartArray("cells"u8);
        foreach (var cell in cells)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "TableCell"u8);
            json.WriteStartArray("items"u8);
            AdaptiveText.Write(json, cell, isHeading);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteFacts(Utf8JsonWriter json, CardElement.Table table, List<IReadOnlyList<Cell>> rows)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "FactSet"u8);
        json.WriteStartArray("facts"u8);
        foreach (var row in rows)
        {
            json.WriteStartObject();
            json.WriteString("title"u8, AdaptiveText.Escape(row[0].Text));
            json.WriteString("value"u8, AdaptiveText.Escape(TableText.Rest(table, row)));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
