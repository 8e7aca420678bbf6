using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Secrets;

namespace ResetBot.Recovery.Challenges;

/// <summary>A code on its way to a person.</summary>
/// <param name="Case">Which case asks; its language is the language of the message.</param>
/// <param name="Kind">By which way.</param>
/// <param name="Destination">Where to.</param>
/// <param name="Code">The code.</param>
/// <param name="Confirms">It confirms a destination that is being registered, rather than proving who the person is.</param>
/// <param name="ExpiresAt">From when on it is worth nothing.</param>
/// <param name="IsDecoy">It goes nowhere, and nobody must notice: everything else is done as for any other.</param>
public sealed record CodeMessage(
    RecoveryCase Case, MethodKind Kind, string Destination, OneTimeCode Code, bool Confirms, DateTimeOffset ExpiresAt, bool IsDecoy = false);
