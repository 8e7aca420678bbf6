using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace ResetBot.Tests.Bot.Channels.Teams;

internal static class Answers
{
    public static async Task<JsonNode> JsonAsync(this HttpResponseMessage answer) =>
        JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;

    /// <summary>Checks status and code of an error, and that it is one in the agreed shape.</summary>
    public static async Task IsErrorAsync(this Task<HttpResponseMessage> answering, HttpStatusCode status, string code)
    {
        using var answer = await answering;
        Assert.Equal(status, answer.StatusCode);
        var error = (await answer.JsonAsync())["error"]!;
        Assert.Equal(code, (string?)error["code"]);
        Assert.False(string.IsNullOrEmpty((string?)error["message"]));
    }
}
