namespace ResetBot.Recovery.Accounts;

/// <summary>What a directory says about one account, at the moment it was asked. Times are UTC.</summary>
public sealed record Account
{
    public required AccountId Id { get; init; }

    /// <summary>What the person types to sign in: a user principal name or the directory's short name.</summary>
    public required string UserName { get; init; }

    /// <summary>The Entra object id by which channels know the person; null when the directory has none.</summary>
    public string? ObjectId { get; init; }

    /// <summary>By which channels know the person: the object id, or the directory's own id where it has none.</summary>
    public string KnownAs => ObjectId ?? Id.Value;

    public required string DisplayName { get; init; }
    public string FirstName { get; init; } = "";
    public string LastName { get; init; } = "";

    /// <summary>The account's own mailbox, where notices go and which never proves anything about the account.</summary>
    public string? Mail { get; init; }

    /// <summary>The office phone; null when there is none.</summary>
    public DirectoryContact? OfficePhone { get; init; }

    /// <summary>
    /// Calls to the office phone ring through the account itself, as with Teams Phone: whoever holds a session of it answers them. True where
    /// the directory does not tell.
    /// </summary>
    public bool OfficePhoneRingsInAccount { get; init; } = true;

    /// <summary>The mobile phone that the directory has; null when it has none. Nobody has confirmed it here.</summary>
    public DirectoryContact? MobilePhone { get; init; }

    /// <summary>Other addresses of the person that the directory has, the first one preferred. Nobody has confirmed them here.</summary>
    public IReadOnlyList<DirectoryContact> OtherMails { get; init; } = [];

    /// <summary>Further addresses that lead to the account's own mailbox.</summary>
    public IReadOnlyList<string> MailboxAliases { get; init; } = [];

    public bool Enabled { get; init; } = true;
    public bool Locked { get; init; }

    /// <summary>Somebody of another company, whom this one lets in.</summary>
    public bool IsGuest { get; init; }

    /// <summary>A privileged role in the directory, or protected there (adminCount).</summary>
    public bool IsAdministrator { get; init; }

    /// <summary>What the directory would refuse, whoever asks; null when nothing is known to stand in the way.</summary>
    public AccountHindrance? Hindrance { get; init; }

    /// <summary>Where it is mastered.</summary>
    public AccountOrigin Origin { get; init; }

    /// <summary>The password must be changed at the next sign-in.</summary>
    public bool MustChangePassword { get; init; }

    /// <summary>When the password was last set; null when the directory does not tell.</summary>
    public DateTimeOffset? PasswordChangedAt { get; init; }

    /// <summary>When the password expires; null means never or unknown.</summary>
    public DateTimeOffset? PasswordExpiresAt { get; init; }

    /// <summary>Sessions that began before this moment are over; null when none were ended, or the directory does not tell.</summary>
    public DateTimeOffset? SessionsValidFrom { get; init; }

    public AccountId? Manager { get; init; }

    /// <summary>Names of the groups that the account is in, nested ones included.</summary>
    public IReadOnlyList<string> Groups { get; init; } = [];
}
