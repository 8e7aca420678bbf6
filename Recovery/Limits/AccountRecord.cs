using System.Text.Json.Serialization;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Linking;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Limits;

/// <summary>
/// What is remembered about one account: its registered methods, its counters and its pauses. Under a key of their own, the counters and pauses
/// of a stranger who named an account.
/// </summary>
public sealed class AccountRecord : IDocument
{
    public static string Kind => "account_record";

    public required string Key { get; init; }

    /// <summary>At most one method of each kind.</summary>
    [JsonIgnore]
    public IReadOnlyList<RegisteredMethod> Methods => Registered;

    [JsonInclude]
    internal List<RegisteredMethod> Registered { get; private set; } = [];

    /// <summary>The case in which methods were registered for the first time: those of it count at once.</summary>
    [JsonInclude]
    internal string? FirstRegistrationCase { get; set; }

    /// <summary>Methods were registered once, so that a later registration is a change even if all were removed.</summary>
    [JsonInclude]
    public bool EverRegistered { get; internal set; }

    /// <summary>Recovery is closed until an administrator opens it.</summary>
    [JsonInclude]
    public bool Closed { get; internal set; }

    /// <summary>When its owner said that something was not they: recovery is stopped until who runs the service opens it again.</summary>
    [JsonInclude]
    public DateTimeOffset? FrozenAt { get; internal set; }

    /// <summary>What was begun at this moment or before leads nowhere.</summary>
    [JsonInclude]
    internal DateTimeOffset? CasesVoidUntil { get; private set; }

    /// <summary>How often what was begun before became void: a clock that was set back does not tell what was before.</summary>
    [JsonInclude]
    internal int CasesVoided { get; private set; }

    /// <summary>No recovery of this account before this moment.</summary>
    [JsonInclude]
    public DateTimeOffset? PausedUntil { get; internal set; }

    /// <summary>No e-mail, text message or call before this moment.</summary>
    [JsonInclude]
    public DateTimeOffset? SendsPausedUntil { get; internal set; }

    /// <summary>Pauses of single methods, by the key they are counted under.</summary>
    [JsonInclude]
    public Dictionary<string, DateTimeOffset> MethodPauses { get; internal set; } = [];

    [JsonInclude]
    internal Dictionary<string, SlidingCount> WrongAnswers { get; private set; } = [];

    [JsonInclude]
    internal SlidingCount FailedCases { get; private set; } = new();

    [JsonInclude]
    internal SlidingCount Sends { get; private set; } = new();

    /// <summary>Wrong answers to all methods together, in the record of a stranger.</summary>
    [JsonInclude]
    internal SlidingCount StrangerWrongAnswers { get; private set; } = new();

    /// <summary>Sends by the longer window that holds for strangers, in the record of one.</summary>
    [JsonInclude]
    internal SlidingCount StrangerSends { get; private set; } = new();

    [JsonInclude]
    internal SlidingCount Resets { get; private set; } = new();

    /// <summary>The links of those that the directory is at work on; null when it is on none.</summary>
    [JsonInclude]
    internal HashSet<string>? ResetsUnderWay { get; set; }

    /// <summary>When a phishing-resistant method was removed or replaced last; null when none was.</summary>
    [JsonInclude]
    internal DateTimeOffset? ResistanceLostAt { get; set; }

    /// <summary>Unlocks that were asked for; null as long as there was none.</summary>
    [JsonInclude]
    internal SlidingCount? Unlocks { get; set; }

    /// <summary>How often others were asked to approve; null as long as nobody was.</summary>
    [JsonInclude]
    internal SlidingCount? Approvals { get; set; }

    /// <summary>How often its owner was asked in another chat; null as long as they were not.</summary>
    [JsonInclude]
    internal SlidingCount? Pushes { get; set; }

    /// <summary>How often a colleague was named, or tried to be; null as long as none was.</summary>
    [JsonInclude]
    internal SlidingCount? Namings { get; set; }

    /// <summary>What the help desk gave its owner; null when it gave nothing, or that was used.</summary>
    [JsonInclude]
    internal Passcodes.Passcode? Passcode { get; set; }

    /// <summary>An agent waits for another one; null when none does.</summary>
    [JsonInclude]
    internal Passcodes.PasscodeWish? PasscodeWish { get; set; }

    /// <summary>Those of channels that did not know them who are linked with it.</summary>
    [JsonIgnore]
    public IReadOnlyList<LinkedPerson> LinkedPeople => Linked;

    [JsonInclude]
    internal List<LinkedPerson> Linked { get; private set; } = [];

    /// <summary>Who is linked no more, and since when: what they began until then leads nowhere. Null as long as nobody was.</summary>
    [JsonInclude]
    internal Dictionary<string, DateTimeOffset>? Unlinked { get; set; }

    /// <summary>How often codes that were shown to link a chat became void with all links.</summary>
    [JsonInclude]
    internal int LinkCodesVoided { get; set; }

    /// <summary>The help desk's case that is open about it; null when none is.</summary>
    [JsonInclude]
    public string? HelpDeskCase { get; internal set; }

    /// <summary>When its owner said last that the methods are still right; null when they never did.</summary>
    [JsonInclude]
    public DateTimeOffset? ConfirmedAt { get; internal set; }

    /// <summary>When the account was recovered last; null when it never was.</summary>
    [JsonInclude]
    internal DateTimeOffset? RecoveredAt { get; set; }

    [JsonInclude]
    internal int ConsecutiveFailures { get; set; }

    /// <summary>Tries with the current password that were left after the last one was taken.</summary>
    [JsonInclude]
    internal int PasswordTriesLeft { get; set; }

    /// <summary>When the stranger whose record this is did something last; null in the record of an account.</summary>
    [JsonInclude]
    internal DateTimeOffset? StrangerAt { get; set; }

    // Longer than any window or pause of it. What is remembered about an account is kept.
    [JsonIgnore]
    public DateTimeOffset? OutlivedAt => StrangerAt + TimeSpan.FromDays(31);

    /// <summary>The record of an account, a new one if there is none yet.</summary>
    public static async Task<AccountRecord> OfAsync(IUnitOfWork work, AccountId account, CancellationToken cancellation) =>
        await work.FindAsync<AccountRecord>(account.ToString(), cancellation) ?? new AccountRecord { Key = account.ToString() };

    /// <summary>From now on everything that was begun before leads nowhere.</summary>
    internal void VoidCases(DateTimeOffset now)
    {
        CasesVoidUntil = now;
        CasesVoided++;
    }

    /// <summary>Something was registered in this case.</summary>
    internal void NoteRegistration(string caseId)
    {
        FirstRegistrationCase ??= EverRegistered ? null : caseId;
        EverRegistered = true;
    }

    public RegisteredMethod? Find(MethodKind kind) => Registered.Find(method => method.Kind == kind);
}
