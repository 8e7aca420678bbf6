using System.Text.Json.Nodes;

namespace ResetBot.Bot.Channels.Teams.Inbound;

/// <summary>
/// The body that answers <c>adaptiveCard/action</c>: always HTTP 200, with a status of its own inside
/// (Universal Actions for Adaptive Cards, response format).
/// </summary>
internal static class InvokeAnswer
{
    public const string CardType = "application/vnd.microsoft.card.adaptive";
    public const string MessageType = "application/vnd.microsoft.activity.message";
    public const string ErrorType = "application/vnd.microsoft.error";

    public static IResult Card(JsonNode card) => Body(StatusCodes.Status200OK, CardType, card.DeepClone());

    public static IResult Message(string words) => Body(StatusCodes.Status200OK, MessageType, words);

    public static IResult Error(int status, string code, string message) =>
        Body(status, ErrorType, new JsonObject { ["code"] = code, ["message"] = message });

    private static IResult Body(int status, string type, JsonNode value) =>
        Results.Json(new JsonObject { ["statusCode"] = status, ["type"] = type, ["value"] = value });
}
