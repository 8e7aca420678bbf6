using ResetBot.Recovery.Methods;
using ResetBot.Testing.Conversations;

namespace ResetBot.ConversationTests.Sequences;

/// <summary>What a deed had as its consequence.</summary>
/// <param name="Now">When.</param>
/// <param name="Steps">What is new in the audit trail. It names cases and tells which are over; never which gates were passed.</param>
/// <param name="Letters">Letters with codes that left.</param>
/// <param name="Writes">What the directory was asked to do.</param>
/// <param name="Methods">Which methods each account has registered now.</param>
internal sealed record Seen(
    DateTimeOffset Now,
    IReadOnlyList<AuditStep> Steps,
    IReadOnlyList<Letter> Letters,
    IReadOnlyList<Written> Writes,
    IReadOnlyDictionary<string, IReadOnlyList<(MethodKind Kind, string To)>> Methods);
