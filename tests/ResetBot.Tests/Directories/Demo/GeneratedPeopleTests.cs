using System.Diagnostics;
using ResetBot.Recovery.Accounts;
using Xunit;

namespace ResetBot.Tests.Directories.Demo;

public sealed class GeneratedPeopleTests : IDisposable
{
    private const string Last = "00000000-0000-4000-8000-000000999999";
    private readonly DemoHouse _house = new(extraPeople: 1_000_000);

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_million_people_are_known_by_id_and_by_name()
    {
        var last = await _house.Directory.FindByObjectIdAsync(Last, default);

        Assert.Equal("person000000999999@contoso.example", last?.UserName);
        Assert.Equal(Last, (await _house.FindAsync("person000000999999@contoso.example")).Id.Value);
        Assert.Null(await _house.Directory.FindByObjectIdAsync("00000000-0000-4000-8000-000001000000", default));
        Assert.Null(await _house.Directory.FindByObjectIdAsync("00000000-0000-4000-8000-00000000000x", default));
    }

    [Fact]
    public async Task A_generated_person_lives_as_any_other_once_something_happens()
    {
        const string name = "person000000000007@contoso.example";
        Assert.Equal(PasswordCheck.Wrong, await _house.SignInAsync(name, "Wrong"));
        Assert.IsType<PasswordWrite.Done>(await _house.ResetAsync("Walks-by-the-sea", (await _house.FindAsync(name)).Id));
        _house.Restart();

        Assert.Equal(PasswordCheck.Right, await _house.SignInAsync(name, "Walks-by-the-sea"));
        Assert.Equal(PasswordCheck.Right, await _house.SignInAsync("person000000000008@contoso.example", "Start-Person000000000008-2026!"));
        Assert.DoesNotContain(await _house.Company.ListAsync(default), person => person.Account.UserName == name);
    }

    [Fact]
    public async Task Finding_by_object_id_takes_microseconds()
    {
        await FindManyAsync(20_000);

        var seconds = await FindManyAsync(20_000);

        // Measured 1.4 microseconds on a shared machine; the ceiling leaves room for a busy machine.
        Assert.True(seconds / 20_000 < 20e-6, $"{seconds / 20_000 * 1e6:F2} microseconds");
    }

    private async Task<double> FindManyAsync(int times)
    {
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < times; i++)
        {
            Assert.NotNull(await _house.Directory.FindByObjectIdAsync(i % 2 == 0 ? DemoHouse.Alex : Last, default));
        }

        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
