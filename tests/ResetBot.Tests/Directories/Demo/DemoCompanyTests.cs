using ResetBot.Recovery.Accounts;
using Xunit;

namespace ResetBot.Tests.Directories.Demo;

public sealed class DemoCompanyTests : IDisposable
{
    private readonly DemoHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Theory]
    [InlineData("00000000-0000-0000-0000-0000000000020", "Alex Wilber")]
    [InlineData("00000000-0000-0000-0000-0000000000021", "Megan Bowen")]
    [InlineData("00000000-0000-0000-0000-0000000000022", "Adele Vance")]
    [InlineData("00000000-0000-0000-0000-0000000000023", "Isaiah Langer")]
    [InlineData("00000000-0000-0000-0000-0000000000024", "Patti Fernandez")]
    [InlineData("00000000-0000-0000-0000-0000000000025", "Lynne Robbins")]
    public async Task The_people_of_the_Agents_Playground_are_employed_under_its_object_ids(string objectId, string name)
    {
        var account = await _house.Directory.FindByObjectIdAsync(objectId, default);

        Assert.Equal(name, account?.DisplayName);
        Assert.Equal(objectId, account?.Id.Value);
    }

    [Fact]
    public async Task A_file_of_the_first_version_keeps_its_people_and_learns_when_sessions_ended()
    {
        await _house.ResetAsync("Rainy violins under 9 copper moons");
        _house.GoBackToFirstVersion();
        Assert.Equal(PasswordCheck.Right, await _house.SignInAsync("alex@contoso.example", "Rainy violins under 9 copper moons"));
        Assert.True(await _house.Directory.EndSessionsAsync(DemoHouse.Id(), default));
        _house.Restart();
        Assert.Equal(_house.Time.GetUtcNow(), (await _house.FindAsync("alex@contoso.example")).SessionsValidFrom);
        Assert.False(await _house.Directory.EndSessionsAsync(DemoHouse.Id("nobody"), default));
    }

    [Fact]
    public async Task Everybody_is_listed_with_a_starting_password_that_satisfies_the_directory_and_signs_in()
    {
        var people = await _house.Company.ListAsync(default);

        Assert.True(people.Count >= 14);
        foreach (var person in people)
        {
            Assert.True(person.StartingPasswordInForce);
            Assert.Null(ResetBot.Directories.Demo.DemoRules.Refusal(person.StartingPassword));
            var expected = person.Account switch
            {
                { Locked: true } => PasswordCheck.Locked,
                { Enabled: false } => PasswordCheck.Disabled,
                { MustChangePassword: true } => PasswordCheck.MustChange,
                _ => PasswordCheck.Right,
            };
            Assert.Equal(expected, await _house.SignInAsync(person.Account.UserName, person.StartingPassword));
        }
    }

    [Fact]
    public async Task One_of_each_special_kind_is_there()
    {
        var accounts = (await _house.Company.ListAsync(default)).Select(person => person.Account).ToList();

        Assert.Single(accounts, account => !account.Enabled);
        Assert.Single(accounts, account => account.Locked);
        Assert.Single(accounts, account => account.MustChangePassword);
        var administrator = Assert.Single(accounts, account => account.IsAdministrator);
        Assert.Contains("Administrators", administrator.Groups);
        Assert.All(accounts.Where(account => account.DisplayName != "Patti Fernandez"), account => Assert.NotNull(account.Manager));
    }

    [Fact]
    public async Task Groups_inside_groups_count()
    {
        var erik = await _house.FindAsync("erik@contoso.example");

        Assert.Equal(["Employees", "Engineering", "Engineering Nordics", "Nordics"], erik.Groups);
    }

    [Theory]
    [InlineData("ALEX@contoso.example")]
    [InlineData("  alex  ")]
    public async Task A_user_name_is_found_in_any_case_and_without_its_domain(string typed)
        => Assert.Equal(DemoHouse.Id(), (await _house.FindAsync(typed)).Id);

    [Theory]
    [InlineData("")]
    [InlineData("nobody@contoso.example")]
    [InlineData("alex@elsewhere.example")]
    [InlineData("' OR 1=1 --")]
    public async Task A_name_that_nobody_has_finds_nobody(string typed)
    {
        Assert.Null(await _house.Directory.FindByUserNameAsync(typed, default));
        Assert.Equal(PasswordCheck.Wrong, await _house.SignInAsync(typed, DemoHouse.AlexStarts));
    }

    [Fact]
    public async Task An_account_of_another_directory_is_not_known_here()
        => Assert.Null(await _house.Directory.GetAsync(new AccountId("entra", DemoHouse.Alex), default));
}
