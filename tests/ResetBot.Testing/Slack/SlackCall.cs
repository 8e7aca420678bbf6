using System.Text.Json.Nodes;

namespace ResetBot.Testing.Slack;

/// <summary>A call of the Web API, and what it was answered.</summary>
/// <param name="Method">The method, as in <c>chat.postMessage</c>.</param>
/// <param name="Token">What it was authorized with; null for nothing.</param>
/// <param name="Arguments">What was sent.</param>
/// <param name="Answer">The body of the answer; null where the answer was only a status.</param>
public sealed record SlackCall(string Method, string? Token, JsonObject Arguments, JsonObject? Answer)
{
    public bool IsRight => Answer?["ok"]?.GetValue<bool>() == true;
}
