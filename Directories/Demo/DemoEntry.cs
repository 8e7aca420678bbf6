using ResetBot.Recovery.Accounts;

namespace ResetBot.Directories.Demo;

/// <summary>A row together with the account made of it, locked and not, so that reading one on every turn costs nothing.</summary>
internal sealed class DemoEntry
{
    private readonly Account _open;
    private readonly Account _locked;

    public DemoEntry(DemoRow row, DemoGroups groups)
    {
        Row = row;
        _open = DemoContacts.With(row, new Account
        {
            Id = new AccountId(DemoDirectory.DirectoryName, row.Id),
            UserName = row.UserName,
            ObjectId = row.Id,
            DisplayName = row.DisplayName,
            FirstName = row.FirstName,
            LastName = row.LastName,
            Mail = row.UserName,
            Enabled = row.Enabled,
            IsAdministrator = row.Administrator,
            Origin = DemoSeed.Origins.GetValueOrDefault(row.Id),
            MustChangePassword = row.MustChange,
            PasswordChangedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.PasswordChangedAt),
            SessionsValidFrom = row.SessionsValidFrom == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.SessionsValidFrom),
            Manager = row.Manager is null ? null : new AccountId(DemoDirectory.DirectoryName, row.Manager),
            Groups = groups.With(row.GroupName),
        });
        _locked = row.LockedUntil == 0 ? _open : _open with { Locked = true };
    }

    public DemoRow Row { get; }

    public Account At(DateTimeOffset now) => IsLocked(Row, now) ? _locked : _open;

    public static bool IsLocked(DemoRow row, DateTimeOffset now) => row.LockedUntil > now.ToUnixTimeMilliseconds();
}
