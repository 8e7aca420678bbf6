using ResetBot.Recovery.Cases;

namespace ResetBot.Bot.Notifications;

/// <summary>What a proof is asked for, as messages and pages say it.</summary>
internal static class Purposes
{
    /// <summary>The name of the sentence.</summary>
    public static string Of(Operation operation) => operation switch
    {
        Operation.Register => "purpose.methods",
        Operation.Privacy => "purpose.privacy",
        Operation.Link => "purpose.link",
        Operation.Unlock => "purpose.unlock",
        Operation.Change => "purpose.change",
        Operation.Reset => "purpose.reset",
        _ => throw new ArgumentOutOfRangeException(nameof(operation), operation, "no such operation"),
    };
}
