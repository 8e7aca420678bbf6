using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Secrets;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>A directory that remembers no passwords, and a company that wants some remembered.</summary>
public class PasswordHistoryStories : HostedStories, IAsyncLifetime
{
    private const string Remembered = "none of your last passwords";

    private FlakyDirectory _directory = null!;
    private Forgetful _forgetful = null!;
    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await StartAsync(new ChatHostSettings
    {
        Arguments = ["Passwords:HistoryLength=2"],
        Directory = directory => _directory = new FlakyDirectory(_forgetful = new Forgetful(directory)),
        Adapt = builder => builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.Zero),
    });

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task The_last_two_passwords_are_refused_and_nothing_is_asked_of_the_directory()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.ResetsAsync(_host.Outbox, Steps.GoodPassword);
        await chat.ResetsAsync(_host.Outbox, Steps.OtherGoodPassword);
        using var page = await PageDriver.OpenAsync(await chat.ProvesAsync(_host.Outbox));
        await page.SavesAsync(Steps.GoodPassword);
        Assert.EndsWith(Remembered, page.Alert, StringComparison.Ordinal);
        await page.SavesAsync(Steps.OtherGoodPassword);
        Assert.EndsWith(Remembered, page.Alert, StringComparison.Ordinal);
        Assert.Equal(2, _host.Count(chat.Person, "ResetIntended"));
        await page.SavesAsync("Marked crimson Otters wade 4 rivers");
        Assert.Equal("Your password is changed", page.Title);
        Assert.DoesNotContain(Steps.GoodPassword, _host.StoredBytes(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_whose_answer_was_lost_in_a_crash_is_remembered_all_the_same()
    {
        var (chat, page) = await ReachPageAsync();
        _directory.Writes = FlakyWrite.DoneAndNeverAnswered;
        var lost = page.SavesAsync(Steps.GoodPassword);
        await _directory.Reached.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await _host.RestartAsync();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => lost);
        await chat.Sees("Your password is changed");

        Assert.EndsWith(Remembered, await SaysAsync(chat, Steps.GoodPassword), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_learns_by_a_change_which_passwords_were_used_before_without_the_present_one()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.ResetsAsync(_host.Outbox, Steps.GoodPassword);
        await chat.ResetsAsync(_host.Outbox, Steps.OtherGoodPassword);
        using var page = await PageDriver.OpenAsync(await chat.Says("change").Sees("Number: "));
        await ChangesAsync(page, "a wrong guess", Steps.GoodPassword);
        Assert.Equal("", page.Document.QuerySelector("li[data-rule=history]")!.GetAttribute("data-state") ?? "");
        var guess = page.Alert;
        await ChangesAsync(page, "a wrong guess", "Marked crimson Otters wade 4 rivers");
        Assert.Equal(guess, page.Alert);

        await ChangesAsync(page, Steps.OtherGoodPassword, Steps.GoodPassword);
        Assert.Equal("You have used it before.", page.Alert);
        await ChangesAsync(page, Steps.OtherGoodPassword, "Marked crimson Otters wade 4 rivers");
        Assert.Equal("Your password is changed", page.Title);
        await chat.Sees("Your password is changed");

        Assert.EndsWith(Remembered, await SaysAsync(chat, "Marked crimson Otters wade 4 rivers"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_that_the_directory_refused_is_not_remembered()
    {
        var chat = _host.Chat(_host.Somebody());
        using var page = await PageDriver.OpenAsync(await chat.ProvesAsync(_host.Outbox));
        _directory.Writes = FlakyWrite.NotDone;
        await page.SavesAsync(Steps.GoodPassword);
        await chat.Sees("What you have proved stays proved");
        _directory.Writes = FlakyWrite.Done;

        await page.SavesAsync(Steps.GoodPassword);

        Assert.Equal("Your password is changed", page.Title);
    }

    [Fact]
    public async Task The_upkeep_forgets_the_passwords_of_somebody_who_left()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.ResetsAsync(_host.Outbox, Steps.GoodPassword);
        await _host.PassAsync(TimeSpan.FromDays(8));
        await _host.KeepUpAsync();
        Assert.EndsWith(Remembered, await SaysAsync(chat, Steps.GoodPassword), StringComparison.Ordinal);
        await chat.Says("cancel").Sees("Stopped");

        _forgetful.Gone = true;
        await _host.PassAsync(TimeSpan.FromDays(8));
        await _host.KeepUpAsync();
        _forgetful.Gone = false;

        await chat.ResetsAsync(_host.Outbox, Steps.GoodPassword);
    }

    private static Task<PageDriver> ChangesAsync(PageDriver page, string current, string password) =>
        page.SubmitAsync(("oldPassword", current), ("newPassword", password), ("confirmPassword", password));

    /// <summary>What the page says to a password that it refuses.</summary>
    private async Task<string> SaysAsync(ChatDriver chat, string password)
    {
        using var page = await PageDriver.OpenAsync(await chat.ProvesAsync(_host.Outbox));
        await page.SavesAsync(password);
        return page.Alert;
    }

    private async Task<(ChatDriver Chat, PageDriver Page)> ReachPageAsync()
    {
        var chat = _host.Chat(_host.Somebody());
        return (chat, await PageDriver.OpenAsync(await chat.ProvesAsync(_host.Outbox)));
    }

    /// <summary>A directory without a history of its own.</summary>
    private sealed class Forgetful(IDirectory directory) : SurroundedDirectory(directory)
    {
        /// <summary>Nobody is there any more.</summary>
        public bool Gone { get; set; }

        public override async Task<DirectoryPasswordRules> PasswordRulesAsync(AccountId account, CancellationToken cancellation) =>
            await base.PasswordRulesAsync(account, cancellation) with { HistoryLength = 0 };

        public override async Task<Account?> GetAsync(AccountId account, CancellationToken cancellation) =>
            Gone ? null : await base.GetAsync(account, cancellation);

        public override async Task<PasswordWrite> ResetPasswordAsync(VerifiedPerson person, NewPassword password, CancellationToken cancellation)
        {
            var write = await base.ResetPasswordAsync(person, password, cancellation);
            return write is PasswordWrite.RefusedByPolicy { Why: DirectoryRefusal.InHistory } ? new PasswordWrite.Done(DateTimeOffset.UnixEpoch) : write;
        }
    }
}
