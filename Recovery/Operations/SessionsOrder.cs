using System.Text.Json;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Operations;

/// <summary>Sessions of an account that are to end, on the way to the directory: the body of a message of kind <see cref="MessageKind"/>.</summary>
/// <param name="Account">Whose.</param>
/// <param name="CaseId">Because of which case; null when of none.</param>
public sealed record SessionsOrder(AccountId Account, string? CaseId)
{
    /// <summary>The kind of message that carries it.</summary>
    public const string MessageKind = "sessions";

    /// <summary>Orders it with the unit of work; it is carried out once that is saved, and again until the directory has answered.</summary>
    internal static void Send(IUnitOfWork work, AccountId account, string? caseId) => work.Send(new OutgoingMessage(
        Draw.Name(), "sessions/" + account, MessageKind, JsonSerializer.SerializeToUtf8Bytes(new SessionsOrder(account, caseId))));
}
