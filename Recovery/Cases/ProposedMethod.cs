using System.Text.Json.Serialization;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Passkeys;
using ResetBot.Recovery.Pushes;
using ResetBot.Recovery.RecoveryCodes;
using ResetBot.Recovery.SecurityQuestions;

namespace ResetBot.Recovery.Cases;

/// <summary>A method that is about to be registered, until the person has shown that it is theirs.</summary>
public sealed record ProposedMethod(MethodKind Kind, string Destination, string? ProtectedSecret)
{
    /// <summary>The step of an authenticator app with which it was confirmed, which is thereby used up.</summary>
    public long LastStep { get; init; }

    /// <summary>The passkey that was made; null before that, and for the other kinds.</summary>
    public Passkey? Passkey { get; init; }

    /// <summary>Recovery codes that the person has kept; null before that, and for the other kinds.</summary>
    public RecoveryCodeSet? Codes { get; init; }

    /// <summary>What is kept of the answers that were given; null before that, and for the other kinds.</summary>
    public KeptAnswers? Answers { get; init; }

    /// <summary>The chats that it is; null for the other kinds.</summary>
    public IReadOnlyList<LinkedChat>? Chats { get; init; }

    /// <summary>Its owner answered in the other chat; never for the other kinds, which are confirmed as they are registered.</summary>
    public bool IsConfirmed { get; init; }

    [JsonIgnore]
    public string Masked => Mask.Chats(Chats) ?? Mask.Destination(Kind, Destination);
}
