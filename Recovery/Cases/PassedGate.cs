using ResetBot.Recovery.Methods;

namespace ResetBot.Recovery.Cases;

/// <summary>A gate of a case that the person passed.</summary>
public sealed record PassedGate(MethodKind Kind, DateTimeOffset At);
