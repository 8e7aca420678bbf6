using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Methods;

namespace ResetBot.ConversationTests.Sequences;

/// <summary>A policy, once as it is imported and once as the model understands it.</summary>
internal sealed record Rule(params string[] Settings)
{
    public int Reset { get; init; } = 2;

    public int Unlock { get; init; } = 1;

    public IReadOnlyCollection<MethodKind> Methods { get; init; } = [MethodKind.Email, MethodKind.Sms];

    public IReadOnlyCollection<Operation> Operations { get; init; } = Enum.GetValues<Operation>();

    public TimeSpan Cooling { get; init; } = TimeSpan.Zero;

    /// <summary>How many methods an operation needs; none can be enough where it is not permitted.</summary>
    public int Needed(Operation operation) => !Operations.Contains(operation) ? int.MaxValue : operation == Operation.Reset ? Reset : Unlock;
}
