using Microsoft.Extensions.Time.Testing;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Passwords;
using ResetBot.Recovery.Passwords.Breached;
using ResetBot.Recovery.Passwords.History;
using ResetBot.Recovery.Passwords.Passphrases;
using ResetBot.Recovery.Secrets;
using ResetBot.Tests.Storage;
using Xunit;

namespace ResetBot.Tests.Recovery.Passwords;

public sealed class NewPasswordDeskTests : IAsyncLifetime
{
    private const string Good = "Rainy violins under 9 copper moons";

    private readonly StoreScene _store = new();
    private readonly QuietDirectory _directory = new();
    private readonly Source _source = new();
    private readonly PasswordOptions _options = new();
    private readonly BreachedPasswordOptions _breached = new();

    private FakeTimeProvider Clock => _store.Clock;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task A_good_password_passes_and_without_a_history_of_our_own_nothing_is_remembered()
        => Assert.Equal(new NewPasswordFinding.Good(null, NotLookedUp: false), await ExamineAsync(Good));

    [Fact]
    public async Task A_breached_password_is_refused_by_that_rule_alone()
    {
        _source.Answer = new BreachAnswer.Present(42);

        var refused = Assert.IsType<NewPasswordFinding.Refused>(await ExamineAsync(Good));

        Assert.Equal(new PasswordRuleResult(PasswordRule.Breached, Met: false, Found: 42, Needed: 0), Assert.Single(refused.Verdict.Unmet));
    }

    [Theory]
    [InlineData(9, false)]
    [InlineData(10, true)]
    [InlineData(long.MaxValue, true)]
    public async Task It_is_refused_from_the_minimum_count_on(long times, bool isRefused)
    {
        _breached.MinimumCount = 10;
        _source.Answer = new BreachAnswer.Present(times);

        Assert.Equal(isRefused, await ExamineAsync(Good) is NewPasswordFinding.Refused);
    }

    [Fact]
    public async Task A_source_that_cannot_be_asked_is_a_refusal()
    {
        _source.Answer = new BreachAnswer.Unavailable();

        Assert.Equal(new NewPasswordFinding.Unavailable(), await ExamineAsync(Good));
    }

    [Fact]
    public async Task Where_the_company_goes_on_without_it_that_is_noted()
    {
        _breached.WhenUnavailable = WhenUnavailable.GoOn;
        _source.Answer = new BreachAnswer.Unavailable();

        Assert.Equal(new NewPasswordFinding.Good(null, NotLookedUp: true), await ExamineAsync(Good));
    }

    [Fact]
    public async Task What_breaks_a_rule_is_never_looked_up()
    {
        Assert.IsType<NewPasswordFinding.Refused>(await ExamineAsync("Contoso2026!"));

        Assert.Equal(0, _source.Asked);
    }

    [Fact]
    public async Task One_of_the_last_passwords_is_refused_by_that_rule_alone()
    {
        _options.HistoryLength = 3;
        var good = Assert.IsType<NewPasswordFinding.Good>(await ExamineAsync(Good));
        await _store.Units.RunAsync(
            async work =>
            {
                await PasswordHistory.KeepAsync(work, Alex().Id, good.Pending, default);
                return true;
            },
            default);

        var refused = Assert.IsType<NewPasswordFinding.Refused>(await ExamineAsync(Good));

        Assert.Equal(PasswordRule.History, Assert.Single(refused.Verdict.Unmet).Rule);
        Assert.IsType<NewPasswordFinding.Good>(await ExamineAsync(Good, isProved: false));
        using var password = new NewPassword(Good);
        Assert.Equal(DirectoryRefusal.InHistory, await Desk().PastAsync(Alex(), password, default));
    }

    [Theory]
    [InlineData(24, 23, false, true)]
    [InlineData(24, 24, false, false)]
    [InlineData(24, 1, true, false)]
    [InlineData(24, null, false, false)]
    [InlineData(0, 0, false, false)]
    public async Task A_password_that_is_too_young_stays_unless_it_must_be_changed(int minimum, int? age, bool mustChange, bool isTooYoung)
    {
        _directory.Rules = _directory.Rules with { MinimumAge = TimeSpan.FromHours(minimum) };
        var now = Clock.GetUtcNow();
        var account = _directory.Add("1", age is { } hours ? now - TimeSpan.FromHours(hours) : null) with { MustChangePassword = mustChange };
        using var password = new NewPassword(Good);

        var finding = await Desk().ExamineAsync(account, password, isProved: true, default);

        Assert.Equal(isTooYoung, finding is NewPasswordFinding.TooYoung);
        Assert.Equal(isTooYoung ? DirectoryRefusal.TooYoung : null, await Desk().PastAsync(account, password, default));
        Assert.IsType<NewPasswordFinding.Good>(await Desk().ExamineAsync(account, password, isProved: false, default));
    }

    [Fact]
    public async Task A_page_lists_what_is_checked_on_saving_only_where_it_is()
    {
        Assert.Equal([PasswordRule.Guessable, PasswordRule.Breached], await OnSaveAsync());
        _source.IsThere = false;
        _directory.Rules = _directory.Rules with { HistoryLength = 5 };
        Assert.Equal([PasswordRule.Guessable, PasswordRule.History], await OnSaveAsync());
        _directory.Rules = _directory.Rules with { HistoryLength = 0 };
        _options.StrengthRequired = 0;
        Assert.Empty(await OnSaveAsync());
        _options.HistoryLength = 1;
        Assert.Equal([PasswordRule.History], await OnSaveAsync());
    }

    [Fact]
    public async Task A_directory_that_is_silent_is_no_judge()
    {
        _directory.Silent = true;

        await Assert.ThrowsAsync<DirectoryUnavailableException>(() => ExamineAsync(Good));
    }

    private Account Alex() => _directory.Add("1");

    private async Task<IReadOnlyList<PasswordRule>> OnSaveAsync() => (await Desk().InviteAsync(Alex().Id, "en", default))!.Rules.OnSave;

    private async Task<NewPasswordFinding> ExamineAsync(string text, bool isProved = true)
    {
        using var password = PasswordText.Compose(text);
        return await Desk().ExamineAsync(Alex(), password, isProved, default);
    }

    private NewPasswordDesk Desk()
    {
        var judge = new PasswordJudge(_options);
        return new NewPasswordDesk(
            _directory, judge, new BreachedPasswordCheck(_source, _breached), new HistoryDesk(_directory, _store.Units, new FixedKeys(), _options), new PassphraseDesk(judge), Clock);
    }

    private sealed class Source : IBreachedPasswords
    {
        public BreachAnswer Answer { get; set; } = new BreachAnswer.Absent();

        public int Asked { get; private set; }

        public bool IsThere { get; set; } = true;

        public Task<BreachAnswer> LookUpAsync(PasswordFingerprint fingerprint, CancellationToken cancellation)
        {
            Asked++;
            return Task.FromResult(Answer);
        }
    }
}
