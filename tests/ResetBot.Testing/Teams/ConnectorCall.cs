using System.Text.Json.Nodes;

namespace ResetBot.Testing.Teams;

/// <summary>What the bot sent to the connector.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">The path as it was sent, still escaped.</param>
/// <param name="Authorization">The Authorization header; null where there was none.</param>
/// <param name="Body">The activity, or what else it was.</param>
public sealed record ConnectorCall(string Method, string Path, string? Authorization, JsonNode Body);
