using ResetBot.Recovery.Accounts;

namespace ResetBot.Recovery.Approvals;

/// <summary>Somebody said that it is really the person.</summary>
/// <param name="Approver">Who.</param>
/// <param name="Actor">The channel and its id of whoever said so.</param>
/// <param name="Conversation">The conversation that it came from.</param>
public sealed record ApprovalWord(AccountId Approver, string Actor, string Conversation);
