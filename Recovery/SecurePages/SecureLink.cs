using System.Text.Json.Serialization;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Passwords.History;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.SecurePages;

/// <summary>A one-time link to the secure page. Its handle is not stored: the key is its hash.</summary>
public sealed class SecureLink : IDocument
{
    public static string Kind => "secure_link";

    public required string Key { get; init; }
    public required string CaseId { get; init; }
    public required LinkPurpose Purpose { get; init; }
    public required string NumberHash { get; init; }

    /// <summary>When it was made; null when that was before this was kept.</summary>
    public DateTimeOffset? IssuedAt { get; init; }

    /// <summary>Until when it can be opened.</summary>
    public required DateTimeOffset OpenBy { get; init; }

    /// <summary>Until when the page can be used, once it is open.</summary>
    [JsonInclude]
    public DateTimeOffset? FinishBy { get; internal set; }

    [JsonInclude]
    public LinkState State { get; internal set; }

    /// <summary>The hash of the cookie of the browser that opened it.</summary>
    [JsonInclude]
    public string? BrowserHash { get; internal set; }

    [JsonInclude]
    public bool Extended { get; internal set; }

    /// <summary>When what was typed went to the directory.</summary>
    [JsonInclude]
    public DateTimeOffset? WorkingSince { get; internal set; }

    [JsonIgnore]
    public string? Owner => CaseId;

    /// <summary>When the password had been set before that: when this has changed, the directory did what was asked.</summary>
    [JsonInclude]
    public DateTimeOffset? PasswordStamp { get; internal set; }

    /// <summary>What is remembered of the password that was sent, once the directory has taken it.</summary>
    [JsonInclude]
    internal PendingPassword? Pending { get; set; }

    /// <summary>The person was told that the answer is open.</summary>
    [JsonInclude]
    public bool ToldUncertain { get; internal set; }

    // A link whose answer is open is looked at again after a crash.
    [JsonIgnore]
    public DateTimeOffset? DueAt => State == LinkState.Working ? WorkingSince : null;

    // A day after it can be used at the latest; one whose answer is open is kept until it is known.
    [JsonIgnore]
    public DateTimeOffset? OutlivedAt => State == LinkState.Working ? null : OpenBy + TimeSpan.FromDays(2);

    /// <summary>What was typed led to nothing: the page is open again, unless a newer link has taken its place.</summary>
    internal void Reopen(RecoveryCase recoveryCase)
    {
        State = recoveryCase.LinkKey == Key ? LinkState.Open : LinkState.Void;
        WorkingSince = null;
        Pending = null;
    }

    internal bool IsUsable(DateTimeOffset now) => State switch
    {
        LinkState.Waiting => now < OpenBy && !(now < IssuedAt),
        LinkState.Open => now < FinishBy && !(now < IssuedAt),
        _ => false,
    };
}
