using System.Text.Json.Serialization;
using ResetBot.Recovery.Passkeys;
using ResetBot.Recovery.Pushes;
using ResetBot.Recovery.RecoveryCodes;
using ResetBot.Recovery.SecurityQuestions;
using ResetBot.Recovery.Vouching;

namespace ResetBot.Recovery.Methods;

/// <summary>One way in which a person can prove who they are.</summary>
public sealed record RegisteredMethod
{
    public required string Id { get; init; }
    public required MethodKind Kind { get; init; }

    /// <summary>An e-mail address or a phone number in E.164; empty for an authenticator app.</summary>
    public string Destination { get; init; } = "";

    /// <summary>The shared secret of an authenticator app, encrypted; null for the others.</summary>
    public string? ProtectedSecret { get; init; }

    /// <summary>The public half of a passkey; null for the others.</summary>
    [JsonInclude]
    public Passkey? Passkey { get; internal set; }

    /// <summary>The recovery codes that are left; null for the others.</summary>
    public RecoveryCodeSet? Codes { get; init; }

    /// <summary>The questions that the person chose, and what is kept of the answers; null for the others.</summary>
    public KeptAnswers? Answers { get; init; }

    /// <summary>Who was named to vouch for the person; null for the others.</summary>
    public NamedColleagues? Colleagues { get; init; }

    /// <summary>The chats in which the person can be asked; null for the others.</summary>
    public IReadOnlyList<LinkedChat>? Chats { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>Before this moment it proves nothing.</summary>
    public required DateTimeOffset CountsFrom { get; init; }

    /// <summary>The last step of an authenticator app that was accepted: it and earlier ones are used up. RFC 6238 §5.2.</summary>
    [JsonInclude]
    public long LastStep { get; internal set; }

    /// <summary>The destination, the people or the chats, so that its owner recognises it and nobody else learns it.</summary>
    [JsonIgnore]
    public string Masked => Colleagues?.Names ?? Mask.Chats(Chats) ?? Mask.Destination(Kind, Destination);
}
