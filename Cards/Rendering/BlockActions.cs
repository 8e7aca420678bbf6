using System.Text.Json;
using ResetBot.Cards.Model;

namespace ResetBot.Cards.Rendering;

/// <summary>Writes a card's buttons as rows of a Slack message.</summary>
internal static class BlockActions
{
    // What is written beside the labels and values of buttons is short.
    private const int Overhead = 40;

    /// <summary>The rows: each answer by itself, like a list; then what the card is for; then what else can be done. What fits in no row is told in words.</summary>
    public static IReadOnlyList<IReadOnlyList<CardButton>> Rows(IReadOnlyList<CardButton> buttons, int most)
    {
        List<IReadOnlyList<CardButton>> rows = [];
        List<CardButton> answers = [.. buttons.Where(IsAnswer)];
        var inRow = Math.Max(1, (answers.Count + most - 3) / Math.Max(1, most - 2));
        rows.AddRange(answers.Chunk(Math.Min(inRow, BlockLimits.Row)));
        rows.AddRange(buttons.Where(IsPurpose).Chunk(BlockLimits.Row));
        rows.AddRange(buttons.Where(button => !IsAnswer(button) && !IsPurpose(button)).Chunk(BlockLimits.Row));
        return rows;
    }

    /// <summary>How many characters the buttons take of what a message may have.</summary>
    public static int Length(IReadOnlyList<CardButton> buttons, string promptId) => buttons.Sum(button => Overhead + Math.Min(button.Label.Length, BlockLimits.Label) + button switch
    {
        CardButton.Choose choose => promptId.Length + choose.Value.Length,
        CardButton.Open open => open.Address.Length,
        _ => promptId.Length,
    });

    /// <summary>Whether a button can stand in a row: Slack opens web pages only, and not every length of address.</summary>
    public static bool CanStand(CardButton button) =>
        button is not CardButton.Open open || (open.Address.Length <= BlockLimits.Address && !open.Address.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase));

    public static void Write(Utf8JsonWriter json, IReadOnlyList<CardButton> row, string promptId, ref int number)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "actions"u8);
        json.WriteStartArray("elements"u8);
        foreach (var button in row)
        {
            Write(json, button, promptId, number++);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CardButton button, string promptId, int number)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "button"u8);
        json.WriteString("action_id"u8, $"{Name(button)}-{number}");
        json.WritePropertyName("text"u8);
        BlockWriter.Plain(json, button.Label, BlockLimits.Label);
        if (button is CardButton.Open open)
        {
            json.WriteString("url"u8, open.Address);
        }
        else
        {
            json.WriteString("value"u8, BlockKitRenderer.Value(promptId, button is CardButton.Choose choose ? choose.Value : "submit"));
        }

        if (IsPurpose(button))
        {
            json.WriteString("style"u8, "primary"u8);
        }

        json.WriteEndObject();
    }

    private static string Name(CardButton button) => button switch
    {
        CardButton.Choose => "choose",
        CardButton.Submit => "submit",
        CardButton.Open => "open",
        _ => throw new ArgumentOutOfRangeException(nameof(button), button.GetType().Name, "no such button"),
    };

    private static bool IsAnswer(CardButton button) => button is CardButton.Choose { Numbered: true };

    private static bool IsPurpose(CardButton button) => button is CardButton.Open { Aside: false } or CardButton.Submit;
}
