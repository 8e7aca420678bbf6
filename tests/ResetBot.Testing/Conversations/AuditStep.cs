using System.Text.Json.Nodes;

namespace ResetBot.Testing.Conversations;

/// <summary>A record of the audit trail, as it is stored.</summary>
public sealed record AuditStep(JsonObject Body)
{
    public string Event => Body["event"]!.GetValue<string>();

    public string Actor => Body["actor"]!.GetValue<string>();

    public string? Detail(string name) => Body["detail." + name]?.GetValue<string>();

    public override string ToString() => Body.ToJsonString();
}
