using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Passwords;
using ResetBot.Recovery.Passwords.History;
using ResetBot.Recovery.Secrets;
using ResetBot.Storage;
using ResetBot.Tests.Storage;
using Xunit;

namespace ResetBot.Tests.Recovery.Passwords.History;

public sealed class HistoryDeskTests : IAsyncLifetime
{
    private const string First = "Rainy violins under 9 copper moons";
    private const string Second = "Seven lanterns over a quiet Harbour 3";
    private const string Third = "Marked crimson Otters wade 4 rivers";

    private readonly StoreScene _store = new();
    private readonly QuietDirectory _directory = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task The_last_passwords_are_refused_and_the_one_before_them_is_not()
    {
        var (desk, alex) = (Desk(length: 2), _directory.Add("1").Id);
        await SetAsync(desk, alex, First);
        await SetAsync(desk, alex, Second);
        Assert.True(await RemembersAsync(desk, alex, First));
        Assert.True(await RemembersAsync(desk, alex, Second));
        Assert.False(await RemembersAsync(desk, alex, Third));

        await SetAsync(desk, alex, Third);

        Assert.False(await RemembersAsync(desk, alex, First));
        Assert.True(await RemembersAsync(desk, alex, Second));
    }

    [Fact]
    public async Task What_one_person_had_another_one_may_have()
    {
        var desk = Desk(length: 5);
        await SetAsync(desk, _directory.Add("1").Id, First);

        Assert.False(await RemembersAsync(desk, _directory.Add("2").Id, First));
    }

    [Fact]
    public async Task A_write_that_is_settled_twice_is_remembered_once()
    {
        var (desk, alex) = (Desk(length: 2), _directory.Add("1").Id);
        await SetAsync(desk, alex, First);
        var pending = await PendingAsync(desk, alex, Second);
        await KeepAsync(alex, pending);
        await KeepAsync(alex, pending);

        Assert.True(await RemembersAsync(desk, alex, First));
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(5, 5)]
    [InlineData(5, 24)]
    public async Task Nothing_is_kept_where_none_is_wanted_or_the_directory_remembers_as_many(int ours, int directorys)
    {
        _directory.Rules = _directory.Rules with { HistoryLength = directorys };
        var (desk, alex) = (Desk(ours), _directory.Add("1").Id);

        Assert.Null(await PendingAsync(desk, alex, First));
        await SetAsync(desk, alex, First);

        Assert.False(await RemembersAsync(desk, alex, First));
        Assert.Empty(_store.Get<IDueDocuments>().Due<PasswordHistory>(DateTimeOffset.MaxValue, 10));
    }

    [Fact]
    public async Task It_is_a_salted_slow_hash_and_encrypted_for_one_account()
    {
        var (desk, alex) = (Desk(length: 5), _directory.Add("1").Id);
        var (one, other) = (await PendingAsync(desk, alex, First), await PendingAsync(desk, alex, First));
        Assert.NotEqual(one, other);
        Assert.Equal("[pending]", one!.ToString());

        var text = new FixedKeys().Unprotect("password-history|demo:1", one.Entry).Split('.');

        Assert.Equal("210000", text[0]);
        Assert.Equal(16, Convert.FromBase64String(text[1]).Length);
        Assert.Equal(32, Convert.FromBase64String(text[2]).Length);
    }

    [Fact]
    public async Task An_entry_of_a_lost_key_keeps_nobody_from_a_new_password()
    {
        var (desk, alex) = (Desk(length: 5), _directory.Add("1").Id);
        await KeepAsync(alex, new PendingPassword("of another key", 5));
        await SetAsync(desk, alex, Second);

        Assert.False(await RemembersAsync(desk, alex, First));
        Assert.True(await RemembersAsync(desk, alex, Second));
    }

    [Fact]
    public async Task The_history_of_an_account_that_is_gone_is_forgotten_and_no_other()
    {
        var desk = Desk(length: 5);
        await SetAsync(desk, _directory.Add("1").Id, First);
        await SetAsync(desk, _directory.Add("2").Id, First);
        await SetAsync(desk, new AccountId("elsewhere", "3"), First);
        _directory.Accounts.Remove(new AccountId("demo", "1"));
        Assert.Empty(Due());
        _store.Clock.Advance(TimeSpan.FromDays(8));

        _directory.Silent = true;
        Assert.Equal(0, await desk.LookAfterAsync(Due(), default));
        Assert.Equal(3, Due().Count);
        _directory.Silent = false;
        Assert.Equal(1, await desk.LookAfterAsync(Due(), default));

        Assert.Equal(1, await DeleteAsync());
        Assert.Empty(Due());
        Assert.False(await RemembersAsync(desk, new AccountId("demo", "1"), First));
        Assert.True(await RemembersAsync(desk, new AccountId("demo", "2"), First));
        Assert.True(await RemembersAsync(desk, new AccountId("elsewhere", "3"), First));
    }

    [Fact]
    public async Task All_histories_are_forgotten_when_none_is_wanted_any_more()
    {
        await SetAsync(Desk(length: 5), _directory.Add("1").Id, First);

        Assert.Equal(1, await Desk(length: 0).LookAfterAsync(["demo:1"], default));
        Assert.Equal(1, await DeleteAsync());
    }

    private async Task<PendingPassword?> PendingAsync(HistoryDesk desk, AccountId account, string text)
    {
        using var password = new NewPassword(text);
        return await desk.PrepareAsync(account, password, _directory.Rules, default);
    }

    private async Task<bool> RemembersAsync(HistoryDesk desk, AccountId account, string text)
    {
        using var password = new NewPassword(text);
        return await desk.RemembersAsync(account, password, _directory.Rules, default);
    }

    private HistoryDesk Desk(int length) => new(_directory, _store.Units, new FixedKeys(), new PasswordOptions { HistoryLength = length });

    private async Task SetAsync(HistoryDesk desk, AccountId account, string text) => await KeepAsync(account, await PendingAsync(desk, account, text));

    private Task<bool> KeepAsync(AccountId account, PendingPassword? pending) => _store.Units.RunAsync(
        async work =>
        {
            await PasswordHistory.KeepAsync(work, account, pending, default);
            return true;
        },
        default);

    private IReadOnlyList<string> Due() => _store.Get<IDueDocuments>().Due<PasswordHistory>(_store.Clock.GetUtcNow(), 10);

    private Task<int> DeleteAsync() => _store.Get<IDueDocuments>().DeleteOutlivedAsync<PasswordHistory>(_store.Clock.GetUtcNow());
}
