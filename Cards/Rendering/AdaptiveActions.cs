using System.Text.Json;
using ResetBot.Cards.Model;

namespace ResetBot.Cards.Rendering;

/// <summary>Writes a card's buttons as the actions of an Adaptive Card, row by row.</summary>
internal static class AdaptiveActions
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<CardButton> buttons, string promptId)
    {
        // The answers to the question stand in a column, like a list; then what the card is for; then what else can be done.
        foreach (var button in buttons)
        {
            if (IsAnswer(button))
            {
                WriteRow(json, [button], promptId);
            }
        }

        WriteRow(json, [.. buttons.Where(IsPurpose)], promptId);
        WriteRow(json, [.. buttons.Where(button => !IsAnswer(button) && !IsPurpose(button))], promptId);
    }

    private static bool IsAnswer(CardButton button) => button is CardButton.Choose { Numbered: true };

    private static bool IsPurpose(CardButton button) => button is CardButton.Open { Aside: false } or CardButton.Submit;

    private static void WriteRow(Utf8JsonWriter json, IReadOnlyList<CardButton> row, string promptId)
    {
        if (row.Count == 0)
        {
            return;
        }

        json.WriteStartObject();
        json.WriteString("type"u8, "ActionSet"u8);
        json.WriteStartArray("actions"u8);
        foreach (var button in row)
        {
            WriteButton(json, button, promptId);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteButton(Utf8JsonWriter json, CardButton button, string promptId)
    {
        switch (button)
        {
            case CardButton.Open open:
                json.WriteStartObject();
                json.WriteString("type"u8, "Action.OpenUrl"u8);
                json.WriteString("title"u8, open.Label);
                json.WriteString("url"u8, open.Address);
                json.WriteString("style"u8, open.Aside ? "default"u8 : "positive"u8);
                json.WriteEndObject();
                break;
            case CardButton.Choose choose:
                WriteExecute(json, choose.Label, choose.Value, promptId, isSubmit: false);
                break;
            case CardButton.Submit submit:
                WriteExecute(json, submit.Label, "submit", promptId, isSubmit: true);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(button), button.GetType().Name, "no such button");
        }
    }

    // A client that knows no Action.Execute falls back to Action.Submit, which arrives as a message with the same data.
    private static void WriteExecute(Utf8JsonWriter json, string label, string choice, string promptId, bool isSubmit)
    {
        BeginAction(json, "Action.Execute"u8, label, choice, promptId, isSubmit);
        json.WriteString("verb"u8, "choose"u8);
        json.WritePropertyName("fallback"u8);
        BeginAction(json, "Action.Submit"u8, label, choice, promptId, isSubmit);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void BeginAction(Utf8JsonWriter json, ReadOnlySpan<byte> type, string label, string choice, string promptId, bool isSubmit)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, type);
        json.WriteString("title"u8, label);
        json.WriteString("style"u8, isSubmit ? "positive"u8 : "default"u8);
        json.WriteStartObject("data"u8);
        json.WriteString("prompt"u8, promptId);
        json.WriteString("choice"u8, choice);
        json.WriteEndObject();
        json.WriteString("associatedInputs"u8, isSubmit ? "auto"u8 : "none"u8);
    }
}
