using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using Xunit;

namespace ResetBot.Tests.Directories.Demo;

public sealed class DemoResetTests : IDisposable
{
    private const string User = "alex@contoso.example";
    private const string Chosen = "Long-grass-4-us";
    private readonly DemoHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task The_new_password_signs_in_and_the_old_one_no_longer()
    {
        var outcome = await _house.ResetAsync(Chosen);

        Assert.Equal(new PasswordWrite.Done(_house.Time.GetUtcNow()), outcome);
        Assert.Equal(PasswordCheck.Right, await _house.SignInAsync(User, Chosen));
        Assert.Equal(PasswordCheck.Wrong, await _house.SignInAsync(User, DemoHouse.AlexStarts));
        Assert.Equal(_house.Time.GetUtcNow(), (await _house.FindAsync(User)).PasswordChangedAt);
        var alex = Assert.Single(await _house.Company.ListAsync(default), person => person.Account.UserName == User);
        Assert.False(alex.StartingPasswordInForce);
    }

    [Fact]
    public async Task A_changed_password_outlives_a_restart_and_never_stands_in_the_file()
    {
        await _house.ResetAsync(Chosen);
        _house.Restart();

        Assert.Equal(PasswordCheck.Right, await _house.SignInAsync(User, Chosen));
        Assert.DoesNotContain(Chosen, _house.FileContent(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Short-1", DirectoryRefusal.TooShort)]
    [InlineData("only lower case here", DirectoryRefusal.TooSimple)]
    [InlineData(DemoHouse.AlexStarts, DirectoryRefusal.InHistory)]
    public async Task The_directorys_own_rules_hold(string password, DirectoryRefusal why)
        => Assert.Equal(new PasswordWrite.RefusedByPolicy(why), await _house.ResetAsync(password));

    [Fact]
    public async Task A_password_of_257_characters_is_too_long()
        => Assert.Equal(
            new PasswordWrite.RefusedByPolicy(DirectoryRefusal.TooLong), await _house.ResetAsync("Aa1-" + new string('x', 253)));

    [Fact]
    public async Task The_present_and_four_earlier_passwords_are_refused_and_the_fifth_is_not()
    {
        string[] chosen = [DemoHouse.AlexStarts, .. Enumerable.Range(1, 5).Select(i => $"Choice-{i}-of-mine")];
        foreach (var password in chosen[1..])
        {
            Assert.IsType<PasswordWrite.Done>(await _house.ResetAsync(password));
        }

        foreach (var remembered in chosen[1..])
        {
            Assert.Equal(new PasswordWrite.RefusedByPolicy(DirectoryRefusal.InHistory), await _house.ResetAsync(remembered));
        }

        Assert.IsType<PasswordWrite.Done>(await _house.ResetAsync(DemoHouse.AlexStarts));
    }

    [Fact]
    public async Task A_reset_unlocks_and_ends_the_duty_to_change()
    {
        var nestor = await _house.FindAsync("nestor@contoso.example");
        for (var i = 0; i < 5; i++)
        {
            await _house.SignInAsync(nestor.UserName, "Wrong");
        }

        await _house.ResetAsync(Chosen, nestor.Id);

        Assert.Equal(PasswordCheck.Right, await _house.SignInAsync(nestor.UserName, Chosen));
        Assert.False((await _house.FindAsync("nestor")).MustChangePassword);
    }

    [Fact]
    public async Task A_disabled_account_is_not_reset()
    {
        var grady = await _house.FindAsync("grady@contoso.example");

        Assert.Equal(new PasswordWrite.Impossible("SSPR_0009"), await _house.ResetAsync(Chosen, grady.Id));
    }

    [Fact]
    public async Task An_account_that_is_gone_is_said_to_be_gone()
        => Assert.Equal(new PasswordWrite.Impossible("33002"), await _house.ResetAsync(Chosen, DemoHouse.Id("nobody")));

    [Fact]
    public async Task An_expired_proof_changes_nothing()
    {
        var proof = _house.Proof(DemoHouse.Id(), validFor: TimeSpan.FromMinutes(10));
        _house.Time.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(new PasswordWrite.Impossible("33004"), await _house.ResetAsync(Chosen, proof: proof));
        Assert.Equal(PasswordCheck.Right, await _house.SignInAsync(User, DemoHouse.AlexStarts));
    }

    [Fact]
    public async Task A_proof_for_something_else_is_a_fault_of_the_caller()
    {
        await Assert.ThrowsAsync<ArgumentException>(
            () => _house.ResetAsync(Chosen, proof: _house.Proof(DemoHouse.Id(), Operation.Register)));
        await Assert.ThrowsAsync<ArgumentException>(
            () => _house.ResetAsync(Chosen, proof: _house.Proof(new AccountId("entra", DemoHouse.Alex))));
    }

    [Fact]
    public async Task Of_two_resets_at_once_both_are_made_one_after_the_other()
    {
        var outcomes = await Task.WhenAll(
            Task.Run(() => _house.ResetAsync("First-of-the-2")), Task.Run(() => _house.ResetAsync("Second-of-the-2")));

        Assert.All(outcomes, outcome => Assert.IsType<PasswordWrite.Done>(outcome));
        Assert.Equal(new PasswordWrite.RefusedByPolicy(DirectoryRefusal.InHistory), await _house.ResetAsync("First-of-the-2"));
        Assert.Equal(new PasswordWrite.RefusedByPolicy(DirectoryRefusal.InHistory), await _house.ResetAsync("Second-of-the-2"));
    }
}
