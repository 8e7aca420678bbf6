using System.Text.Json.Serialization;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Policy;

/// <summary>Which version is in force. There is one, once something was saved.</summary>
public sealed class PolicyInForce : IDocument
{
    internal const string OnlyKey = "policies";

    public static string Kind => "policy_in_force";

    public required int Number { get; set; }

    [JsonIgnore]
    public string Key => OnlyKey;
}
