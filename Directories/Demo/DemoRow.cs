namespace ResetBot.Directories.Demo;

/// <summary>One row of the person table. Times are milliseconds since 1970 in UTC.</summary>
internal sealed record DemoRow
{
    public string Id { get; init; } = "";
    public string UserName { get; init; } = "";
    public string DisplayName { get; init; } = "";
    public string FirstName { get; init; } = "";
    public string LastName { get; init; } = "";
    public string? Manager { get; init; }
    public string GroupName { get; init; } = "";
    public bool Seeded { get; init; }
    public bool Enabled { get; init; } = true;
    public bool Administrator { get; init; }
    public bool MustChange { get; init; }

    /// <summary>In force as long as it is here: it needs no hash, since it is published.</summary>
    public string? StartingPassword { get; init; }

    public string? PasswordHash { get; init; }

    /// <summary>Counts the passwords set: a check or a write that saw another number starts anew.</summary>
    public long PasswordVersion { get; init; }

    public long PasswordChangedAt { get; init; }
    public long LockedUntil { get; init; }

    /// <summary>0 when no sessions were ended.</summary>
    public long SessionsValidFrom { get; init; }
}
