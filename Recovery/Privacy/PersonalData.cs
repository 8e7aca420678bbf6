using System.Text.Json;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Linking;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Pushes;

namespace ResetBot.Recovery.Privacy;

/// <summary>What is kept of one person here, whole. No password, code or secret is in it: of those only hashes are kept, and they say nothing to anybody.</summary>
/// <param name="Account">The directory's id.</param>
/// <param name="UserName">What the account is called.</param>
/// <param name="DisplayName">What its owner is called.</param>
/// <param name="Methods">What is registered.</param>
/// <param name="Standing">How recovery of the account stands.</param>
/// <param name="PasswordsRemembered">Hashes of earlier passwords.</param>
/// <param name="QuestionsAboutOthers">What waits for the person's word about somebody else.</param>
/// <param name="VouchesFor">Those for whom the person vouches.</param>
/// <param name="Linked">Those of channels that did not know the person who are linked with the account.</param>
/// <param name="Cases">What was begun, and is not deleted yet.</param>
/// <param name="Trail">The audit trail of the account, the newest first, as it is stored.</param>
public sealed record PersonalData(
    AccountId Account,
    string UserName,
    string DisplayName,
    IReadOnlyList<PersonalData.Method> Methods,
    PersonalData.Recovery Standing,
    int PasswordsRemembered,
    int QuestionsAboutOthers,
    IReadOnlyList<AccountId> VouchesFor,
    IReadOnlyList<LinkedPerson> Linked,
    IReadOnlyList<PersonalData.Case> Cases,
    IReadOnlyList<JsonElement> Trail)
{
    /// <summary>A registered method.</summary>
    /// <param name="Kind">What it is.</param>
    /// <param name="Destination">The address or number, unmasked; null where there is none.</param>
    /// <param name="AddedAt">When it was registered.</param>
    /// <param name="CountsFrom">Before this it proves nothing.</param>
    /// <param name="CodesLeft">Recovery codes that are not used up; null for other methods.</param>
    /// <param name="Questions">The names of the security questions, or what a question of one's own says; null for other methods.</param>
    /// <param name="PasskeyId">The authenticator's name for a passkey; null for other methods.</param>
    /// <param name="Colleagues">What those are called who were named to vouch; null for other methods.</param>
    /// <param name="Chats">Where the person can be asked; null for other methods.</param>
    public sealed record Method(
        MethodKind Kind,
        string? Destination,
        DateTimeOffset AddedAt,
        DateTimeOffset CountsFrom,
        int? CodesLeft,
        IReadOnlyList<string>? Questions,
        string? PasskeyId,
        IReadOnlyList<string>? Colleagues,
        IReadOnlyList<LinkedChat>? Chats);

    /// <summary>How recovery of the account stands.</summary>
    /// <param name="RecoveredAt">When it was recovered last.</param>
    /// <param name="PausedUntil">No recovery before that.</param>
    /// <param name="SendsPausedUntil">No message before that.</param>
    /// <param name="MethodPauses">Pauses of single methods.</param>
    /// <param name="ConsecutiveFailures">Wrong answers since the last success.</param>
    /// <param name="WrongAnswers">Wrong answers that are counted, by the method.</param>
    /// <param name="ConfirmedAt">When the person said last that the methods are still right.</param>
    public sealed record Recovery(
        DateTimeOffset? RecoveredAt,
        DateTimeOffset? PausedUntil,
        DateTimeOffset? SendsPausedUntil,
        IReadOnlyDictionary<string, DateTimeOffset> MethodPauses,
        int ConsecutiveFailures,
        IReadOnlyDictionary<string, int> WrongAnswers,
        DateTimeOffset? ConfirmedAt);

    /// <summary>One attempt to recover the account, or to change its methods.</summary>
    /// <param name="Id">As the trail names it.</param>
    /// <param name="Operation">What it was for.</param>
    /// <param name="BegunIn">The conversation.</param>
    /// <param name="StartedAt">When it was begun.</param>
    /// <param name="Status">What became of it.</param>
    /// <param name="Passed">What was proved with.</param>
    public sealed record Case(
        string Id, Operation Operation, string BegunIn, DateTimeOffset StartedAt, CaseStatus Status, IReadOnlyList<PassedGate> Passed);
}
