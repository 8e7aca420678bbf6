using System.Text.Json.Serialization;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Challenges;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Policy;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Cases;

/// <summary>One attempt of one person to do one operation on one account.</summary>
public sealed class RecoveryCase : IDocument
{
    public static string Kind => "recovery_case";

    public required string Id { get; init; }
    public required AccountId Account { get; init; }
    public required Operation Operation { get; init; }

    /// <summary>What the directory has said about its account in this unit of work. Never stored: the next one asks anew.</summary>
    [JsonIgnore]
    internal KnownAccount? Known { get; set; }

    /// <summary>The conversation it was begun in.</summary>
    public required string BegunIn { get; init; }

    /// <summary>The channel and its id of the person who began it.</summary>
    public required string BegunBy { get; init; }

    /// <summary>Where it went since, and who took it there; null as long as it is where it was begun.</summary>
    [JsonInclude]
    internal CasePlace? MovedTo { get; set; }

    /// <summary>The conversation it belongs to.</summary>
    [JsonIgnore]
    public string Conversation => MovedTo?.Conversation ?? BegunIn;

    /// <summary>The channel and its id of the person who acts in it.</summary>
    [JsonIgnore]
    public string Starter => MovedTo?.Person ?? BegunBy;

    /// <summary>Under which key what is told to whoever named the account is counted; null when the channel proved who they are.</summary>
    [JsonInclude]
    public string? Stranger { get; internal set; }

    /// <summary>Under which key what never shows of them is counted; null when the channel proved who they are.</summary>
    [JsonInclude]
    internal string? StrangerShare { get; init; }

    /// <summary>It is about a name of no account, or of one that cannot be recovered, and can never pass a gate. Never shown.</summary>
    public bool IsDecoy { get; init; }

    /// <summary>With this number its person takes it to a channel that knows them; null where there is nowhere to take it to, or no longer.</summary>
    [JsonInclude]
    public string? MoveNumber { get; internal set; }

    /// <summary>Wrong numbers with which somebody tried to take a case of this account while this one could be taken.</summary>
    [JsonInclude]
    internal int WrongMoves { get; set; }

    /// <summary>Nobody has proved anything yet: nothing may tell whether there is such an account, and what it has.</summary>
    [JsonIgnore]
    public bool IsBlind => Stranger is not null && Passed.Count == 0;

    /// <summary>Its secure page opens in the browser that the case belongs to, and in no other.</summary>
    [JsonIgnore]
    public bool BelongsToBrowser => Stranger is not null;

    /// <summary>The language of the person, as messages about this case are written in it.</summary>
    public required string Language { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>How often cases of the account had become void by then; null when it was begun before that was kept.</summary>
    [JsonInclude]
    internal int? BegunAfterVoids { get; init; }

    /// <summary>How many gates have to be passed: those that it was begun with, or more when the policy came to ask for more.</summary>
    [JsonInclude]
    public int GatesRequired { get; internal set; } = AdministratorFloor.Gates;

    /// <summary>What the policy said when it was begun; null when it was begun before policies were kept.</summary>
    [JsonInclude]
    internal CaseTerms? Terms { get; init; }

    [JsonInclude]
    public DateTimeOffset ExpiresAt { get; internal set; }

    [JsonInclude]
    public CaseStatus Status { get; internal set; }

    [JsonIgnore]
    public IReadOnlyList<PassedGate> Gates => Passed;

    [JsonInclude]
    internal List<PassedGate> Passed { get; private set; } = [];

    [JsonInclude]
    public int WrongAnswers { get; internal set; }

    /// <summary>The challenge that waits for an answer; a newer one takes its place.</summary>
    [JsonInclude]
    public Challenge? Challenge { get; internal set; }

    [JsonInclude]
    public ProposedMethod? Proposed { get; internal set; }

    /// <summary>The key of the newest secure link; an older one is void.</summary>
    [JsonInclude]
    public string? LinkKey { get; internal set; }

    /// <summary>The code with which a chat can be linked, by its key; null when none can.</summary>
    [JsonInclude]
    internal string? LinkCode { get; set; }

    /// <summary>The owner of the account was told that a reset waits for their objection.</summary>
    [JsonInclude]
    internal bool ToldCooling { get; set; }

    /// <summary>They were told that the wait is over.</summary>
    [JsonInclude]
    internal bool ToldCooled { get; set; }

    /// <summary>What the directory has been asked to do by itself and has not answered yet; null when nothing is.</summary>
    [JsonInclude]
    internal string? OrderId { get; set; }

    /// <summary>When it was asked last; null when it never was, or before this was kept.</summary>
    [JsonInclude]
    internal DateTimeOffset? OrderedAt { get; set; }

    /// <summary>The directory was asked once at least, and may have done it.</summary>
    [JsonInclude]
    internal bool OrderBegun { get; set; }

    /// <summary>The directory is at work, and whether it has done what it was asked is not known yet.</summary>
    [JsonIgnore]
    public bool IsOrdered => OrderId is not null && IsLive;

    [JsonIgnore]
    public string Key => Id;

    [JsonIgnore]
    public string? Owner => Account.ToString();

    [JsonIgnore]
    public DateTimeOffset? DueAt => IsLive ? ExpiresAt : null;

    /// <summary>When its person wanted it erased: it is once it is over. Null when they did not.</summary>
    [JsonInclude]
    internal DateTimeOffset? ErasedAt { get; set; }

    // What an auditor needs of it is in the trail; 90 days are for the help desk.
    [JsonIgnore]
    public DateTimeOffset? OutlivedAt => IsLive ? null : ErasedAt ?? ExpiresAt + TimeSpan.FromDays(90);

    /// <summary>It can still lead to something, if it has not expired.</summary>
    [JsonIgnore]
    public bool IsLive => Status is CaseStatus.Open or CaseStatus.Proved;

    [JsonIgnore]
    public IReadOnlyCollection<MethodKind> Used => [.. Gates.Select(gate => gate.Kind)];

    /// <summary>As many gates are passed as are required, and not all of them by what never stands alone, whatever a policy says.</summary>
    [JsonIgnore]
    internal bool HasPassedAll => Passed.Count >= GatesRequired && FactorTable.Published.HasOneThatStandsAlone(Used);

    /// <summary>Live, and not left alone for too long.</summary>
    public bool IsOpen(DateTimeOffset now) => IsLive && Lasts(now);

    /// <summary>Whether every gate of this operation is passed, as far as the case knows; the proof asks the policy too.</summary>
    public bool IsProved(Operation operation, DateTimeOffset now) =>
        Operation == operation && Status == CaseStatus.Proved && Lasts(now) && HasPassedAll;

    /// <summary>
    /// The proof that every gate of this operation is passed; null as long as one is not, for another operation, when the case is over, or when
    /// the policy does not permit it any more.
    /// </summary>
    /// <param name="operation">What the proof is for.</param>
    /// <param name="now">The moment (UTC).</param>
    /// <param name="ruling">What the policies in force say to it.</param>
    /// <param name="record">What is remembered of the account: its owner may have put an end to the case.</param>
    public VerifiedPerson? Proof(Operation operation, DateTimeOffset now, PolicyRuling ruling, AccountRecord record)
    {
        Hold(ruling);
        return ruling is PolicyRuling.Permits && IsProved(operation, now) && !AttemptLimiter.IsVoid(record, this) && !(CoolingDesk.UntilOf(this, ruling) > now)
            ? new VerifiedPerson(Id, Account, Operation, [.. Gates.Select(gate => gate.Kind)], ExpiresAt)
            : null;
    }

    /// <summary>An audit entry about this case.</summary>
    public AuditEntry Entry(AuditEvent happened, params (string Name, string Value)[] details) =>
        new(happened, Account, Id, Starter, details.Length == 0 ? AuditEntry.None : details.ToDictionary(d => d.Name, d => d.Value));

    // How long ago it was begun nobody knows once the clock was set back to before that.
    private bool Lasts(DateTimeOffset now) => StartedAt <= now && now < ExpiresAt;

    /// <summary>What may prove something in it now: what it was begun with and what is allowed still.</summary>
    internal IReadOnlyCollection<MethodKind> Allowed(PolicyRuling ruling) => ruling switch
    {
        PolicyRuling.Permits permits when Terms is null => permits.Methods,
        PolicyRuling.Permits permits => [.. permits.Methods.Where(Terms.Methods.Contains)],
        _ => [],
    };

    /// <summary>
    /// Brings it up to a policy that came to ask for more: more gates, and none that was passed in a way that is not allowed any more. What it
    /// was begun with stays when the policy asks for less.
    /// </summary>
    internal void Hold(PolicyRuling ruling)
    {
        if (!IsLive || ruling is not PolicyRuling.Permits permits)
        {
            return;
        }

        GatesRequired = Math.Max(GatesRequired, permits.GatesFor(knowsPerson: !BelongsToBrowser));
        Passed.RemoveAll(gate => !Stands(gate.Kind, permits));
        if (!HasPassedAll)
        {
            Status = CaseStatus.Open;
        }
    }

    /// <summary>
    /// Which entries of the directory may prove it now, which is a registration that is asked for where the channel knows the person; no more than it
    /// was begun with.
    /// </summary>
    internal DirectoryTrust TrustsDirectory(PolicyRuling ruling) =>
        Operation == Operation.Register && !BelongsToBrowser && ruling is PolicyRuling.Permits permits && Terms is not null
            ? (DirectoryTrust)Math.Min((int)permits.Policy.RegisterByDirectory, (int)Terms.RegisterByDirectory)
            : DirectoryTrust.None;

    private bool Stands(MethodKind passed, PolicyRuling.Permits permits) => FactorTable.Published.Of(passed).Tie switch
    {
        AccountTie.Always => true,
        AccountTie.Unconfirmed => TrustsDirectory(permits) != DirectoryTrust.None,
        _ => permits.Methods.Contains(passed),
    };

    /// <summary>The person did something: the case lives on until this moment at least.</summary>
    internal void LiveUntil(DateTimeOffset moment)
    {
        if (moment > ExpiresAt)
        {
            ExpiresAt = moment;
        }
    }
}
