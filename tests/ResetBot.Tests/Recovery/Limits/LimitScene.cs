using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;

namespace ResetBot.Tests.Recovery.Limits;

/// <summary>An account, and cases of it.</summary>
internal static class LimitScene
{
    public static AccountId Anna { get; } = new("demo", "anna");

    public static AccountRecord Record() => new() { Key = Anna.ToString() };

    public static RecoveryCase Case(DateTimeOffset now, Operation operation = Operation.Reset, string? stranger = null) => new()
    {
        Id = $"case-{Guid.NewGuid():N}",
        Account = Anna,
        Operation = operation,
        BegunIn = "a:anna",
        BegunBy = "msteams/29:anna",
        Language = "en",
        StartedAt = now,
        Stranger = stranger,
        StrangerShare = stranger,
    };
}
