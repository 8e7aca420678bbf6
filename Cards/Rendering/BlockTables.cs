using System.Text.Json;
using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Rendering;

/// <summary>
/// Writes a table as Slack's own, which a person sorts and a screen reader walks through; in lines of words where it does not fit.
/// https://docs.slack.dev/reference/block-kit/blocks/data-table-block
/// </summary>
internal static class BlockTables
{
    // A longer cell is read better as words: a column does not wrap its cells, and a phone would show a part of one.
    private const int MostInCell = 60;

    // Slack shows five rows at first where nothing is said.
    private const int RowsAtOnce = 10;

    public static void Write(ref BlockWriter blocks, CardElement.Table table, WordBook words)
    {
        if (table.Rows.Count == 0)
        {
            blocks.Words(TableText.Nothing(table, words));
        }
        else if (Fits(table) && Length(table) is <= BlockLimits.TableText and var length && blocks.KeepTable(table.Caption.Length + length))
        {
            WriteTable(blocks.Json, table);
        }
        else
        {
            WriteLines(ref blocks, table);
        }
    }

    private static bool Fits(CardElement.Table table) =>
        table.Rows.Count <= BlockLimits.TableRows && table.Headings.Count <= BlockLimits.TableColumns && table.Caption.Length <= BlockLimits.Header
        && table.Headings.All(heading => heading.Length <= MostInCell) && table.Rows.All(row => row.All(cell => cell.Text.Length <= MostInCell));

    private static int Length(CardElement.Table table) =>
        table.Headings.Sum(heading => TableText.Filled(heading).Length) + table.Rows.Sum(row => row.Sum(cell => TableText.Filled(cell.Text).Length));

    private static void WriteTable(Utf8JsonWriter json, CardElement.Table table)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "data_table"u8);
        json.WriteString("caption"u8, table.Caption);
        json.WriteNumber("page_size"u8, Math.Min(table.Rows.Count, RowsAtOnce));
        json.WriteNumber("row_header_column_index"u8, 0);
        json.WriteStartArray("rows"u8);
        WriteRow(json, [.. table.Headings.Select(heading => new Cell(heading))]);
        foreach (var row in table.Rows)
        {
            WriteRow(json, row);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // Slack takes no cell without a letter in it.
    private static void WriteRow(Utf8JsonWriter json, IReadOnlyList<Cell> row)
    {
        json.WriteStartArray();
        foreach (var cell in row)
        {
            json.WriteStartObject();
            json.WriteString("type"u8, cell.Number is null ? "raw_text"u8 : "raw_number"u8);
            json.WriteString("text"u8, TableText.Filled(cell.Text));
            if (cell.Number is { } number)
            {
                json.WriteNumber("value"u8, number);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLines(ref BlockWriter blocks, CardElement.Table table)
    {
        blocks.Words(table.Caption, isBold: true);
        for (var row = 0; row < table.Rows.Count && blocks.HasRoom;)
        {
            blocks.BeginText();
            for (var length = 0; row < table.Rows.Count && (length == 0 || length + Length(table, row) <= BlockLimits.Text); row++)
            {
                // What a row is about stands out, as the name of a fact does.
                blocks.Run((length == 0 ? "" : "\n") + Name(table, row), isBold: true);
                blocks.Run(Rest(table, row));
                length += Length(table, row);
            }

            blocks.EndText();
        }
    }

    private static string Name(CardElement.Table table, int row) => Shorten(TableText.Name(table, table.Rows[row]));

    private static string Rest(CardElement.Table table, int row) => table.Headings.Count == 1 ? "" : Shorten("; " + TableText.Rest(table, table.Rows[row]));

    private static string Shorten(string text) => BlockWriter.Shorten(text, (BlockLimits.Text / 2) - 1);

    private static int Length(CardElement.Table table, int row) => 1 + Name(table, row).Length + Rest(table, row).Length;
}
