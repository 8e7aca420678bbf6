using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ResetBot.Testing.Slack;

/// <summary>What a call carries: a form for every method, JSON for those that write. https://docs.slack.dev/apis/web-api/#posting_json</summary>
internal static class SlackArguments
{
    public static async Task<JsonObject> ReadAsync(HttpRequest request, bool takesJson)
    {
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync();
            return new JsonObject(form.Select(field => KeyValuePair.Create(field.Key, Value(field.Value.ToString()))));
        }

        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync();

        // A method that takes no JSON overlooks it.
        return takesJson && request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true ? JsonNode.Parse(body)!.AsObject() : [];
    }

    // In a form what is more than a word is JSON in itself, as in blocks=[…].
    private static JsonNode? Value(string text) => text.StartsWith('[') || text.StartsWith('{') ? JsonNode.Parse(text) : JsonValue.Create(text);
}
