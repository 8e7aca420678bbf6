using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Secrets;

namespace ResetBot.Directories.Demo;

internal sealed class DemoCompany(DemoPeople people, PasswordCheckDesk checks) : IDemoCompany
{
    private static readonly Dictionary<string, string> StartingPasswords =
        DemoSeed.People.ToDictionary(person => person.Id, person => person.StartingPassword, StringComparer.Ordinal);

    public Task<IReadOnlyList<DemoPerson>> ListAsync(CancellationToken cancellation)
    {
        IReadOnlyList<DemoPerson> list =
        [
            .. people.Seeded
                .Select(entry => new DemoPerson(
                    people.AccountOf(entry)!,
                    StartingPasswords.GetValueOrDefault(entry.Row.Id, ""),
                    entry.Row.StartingPassword is not null))
                .OrderBy(person => person.Account.DisplayName, StringComparer.InvariantCulture),
        ];
        return Task.FromResult(list);
    }

    public Task<PasswordCheck> SignInAsync(string userName, CurrentPassword password, CancellationToken cancellation)
        => people.ByUserName(userName) is { } entry
            ? checks.CheckAsync(entry.Row.Id, password, cancellation)
            : Task.FromResult(PasswordCheck.Wrong);
}
