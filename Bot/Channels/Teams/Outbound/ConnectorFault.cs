using System.Text.Json;
using ResetBot.Bot.Channels.Wire;

namespace ResetBot.Bot.Channels.Teams.Outbound;

/// <summary>Finds the code in a connector's error body, of which there are two shapes.</summary>
internal static class ConnectorFault
{
    /// <summary>
    /// <c>{"error":{"code":…}}</c>, or Teams' <c>{"errorCode":209,"message":"{\"subCode\":…}"}</c>; empty when there is none.
    /// </summary>
    public static string CodeOf(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var fault = document.RootElement;
            return Word(fault.Member("error"u8).Text("code"u8) ?? SubCodeOf(fault.Text("message"u8)) ?? fault.Text("code"u8));
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return "";
        }
    }

    private static string? SubCodeOf(string? message)
    {
        if (message is null || !message.StartsWith('{'))
        {
            return null;
        }

        using var document = JsonDocument.Parse(message);
        return document.RootElement.Text("subCode"u8);
    }

    // It goes into logs and to administrators: a word, not a page.
    private static string Word(string? code) => WireText.Name(code, most: 80);
}
