using System.Text.Json;
using ResetBot.Bot.Channels.Wire;
using ResetBot.Dialogs.Turns;

namespace ResetBot.Bot.Channels.Teams.Inbound;

/// <summary>Reads what our own buttons carry: <c>{prompt, choice, input}</c>, each short text, the choice always there.</summary>
internal static class ChoiceReader
{
    private const int LongestPrompt = 200;
    private const int LongestChoice = 500;
    private const int LongestInput = 2000;

    /// <summary>Null when it is no choice of ours.</summary>
    public static CardChoice? Read(JsonElement? data)
    {
        var fits = Fits(data, "prompt"u8, LongestPrompt) && Fits(data, "choice"u8, LongestChoice) && Fits(data, "input"u8, LongestInput);
        if (!fits || data.Text("choice"u8) is not { } choice || string.IsNullOrWhiteSpace(choice))
        {
            return null;
        }

        var input = data.Text("input"u8) is { } typed ? WireText.Visible(typed).Trim() : null;
        return new CardChoice(data.Text("prompt"u8), WireText.Visible(choice).Trim(), input);
    }

    private static bool Fits(JsonElement? data, ReadOnlySpan<byte> name, int most) =>
        data.Member(name) is not { } value || (value.ValueKind == JsonValueKind.String && value.GetString()!.Length <= most);
}
