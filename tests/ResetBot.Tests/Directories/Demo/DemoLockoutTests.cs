using ResetBot.Recovery.Accounts;
using Xunit;

namespace ResetBot.Tests.Directories.Demo;

public sealed class DemoLockoutTests : IDisposable
{
    private const string User = "alex@contoso.example";
    private readonly DemoHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Five_wrong_passwords_lock_the_account_and_fifteen_minutes_end_it()
    {
        await GuessAsync(5);

        Assert.Equal(PasswordCheck.Locked, await _house.SignInAsync(User, DemoHouse.AlexStarts));
        Assert.True((await _house.FindAsync(User)).Locked);

        _house.Time.Advance(TimeSpan.FromMinutes(15));
        Assert.False((await _house.FindAsync(User)).Locked);
        Assert.Equal(PasswordCheck.Right, await _house.SignInAsync(User, DemoHouse.AlexStarts));
    }

    [Fact]
    public async Task Four_wrong_passwords_do_not_lock_and_a_right_one_forgets_them()
    {
        await GuessAsync(4);
        Assert.Equal(PasswordCheck.Right, await _house.SignInAsync(User, DemoHouse.AlexStarts));
        await GuessAsync(4);

        Assert.Equal(PasswordCheck.Right, await _house.SignInAsync(User, DemoHouse.AlexStarts));
    }

    [Fact]
    public async Task Wrong_passwords_older_than_the_window_do_not_count()
    {
        await GuessAsync(4);
        _house.Time.Advance(TimeSpan.FromMinutes(15));
        await GuessAsync(4);

        Assert.Equal(PasswordCheck.Right, await _house.SignInAsync(User, DemoHouse.AlexStarts));
    }

    [Fact]
    public async Task Wrong_passwords_are_remembered_over_a_restart()
    {
        await GuessAsync(4);
        _house.Restart();
        await GuessAsync(1);

        Assert.Equal(PasswordCheck.Locked, await _house.SignInAsync(User, DemoHouse.AlexStarts));
    }

    [Fact]
    public async Task A_hundred_guesses_at_once_get_five_answers()
    {
        var guesses = Enumerable.Range(0, 100).Select(i => Task.Run(() => _house.SignInAsync(User, $"Wrong-{i}")));

        var answers = await Task.WhenAll(guesses);

        Assert.Equal(5, answers.Count(answer => answer == PasswordCheck.Wrong));
        Assert.Equal(95, answers.Count(answer => answer == PasswordCheck.Locked));
    }

    [Fact]
    public async Task The_locked_person_stays_locked_until_a_reset()
    {
        var johanna = await _house.FindAsync("johanna@contoso.example");
        _house.Time.Advance(TimeSpan.FromDays(3650));
        Assert.Equal(PasswordCheck.Locked, await _house.SignInAsync(johanna.UserName, "Start-Johanna-2026!"));

        Assert.IsType<PasswordWrite.Done>(await _house.ResetAsync("A quiet lake 7", johanna.Id));

        Assert.Equal(PasswordCheck.Right, await _house.SignInAsync(johanna.UserName, "A quiet lake 7"));
    }

    private async Task GuessAsync(int times)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.Equal(PasswordCheck.Wrong, await _house.SignInAsync(User, $"Wrong-{i}"));
        }
    }
}
