using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>The directory falls silent at the worst moments, and the person is told the truth.</summary>
public class LostAnswers : HostedStories, IAsyncLifetime
{
    private FlakyDirectory _directory = null!;
    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await StartAsync(new ChatHostSettings
    {
        Directory = directory => _directory = new FlakyDirectory(directory) { Writes = _directory?.Writes ?? FlakyWrite.Done },
        Adapt = builder => builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.Zero),
    });

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_write_that_did_not_happen_may_be_tried_again_on_the_page()
    {
        var (chat, page) = await ReachPageAsync();
        _directory.Writes = FlakyWrite.NotDone;
        await page.SavesAsync(Steps.GoodPassword);
        Assert.Contains("nothing was changed", page.Alert, StringComparison.Ordinal);
        await chat.Sees("What you have proved stays proved");
        _directory.Writes = FlakyWrite.Done;
        await page.SavesAsync(Steps.GoodPassword);
        Assert.Equal("Your password is changed", page.Title);
        await chat.Sees("Your password is changed");
        Assert.Equal("ok", await _host.SignInAsync(chat.Person, Steps.GoodPassword));
    }

    [Fact]
    public async Task A_write_whose_answer_was_lost_is_found_done()
    {
        var (chat, page) = await ReachPageAsync();
        _directory.Writes = FlakyWrite.DoneAndLost;
        await page.SavesAsync(Steps.GoodPassword);
        Assert.Equal("Your password is changed", page.Title);
        await chat.Sees("Your password is changed");
    }

    [Theory]
    [InlineData(FlakyWrite.DoneAndLost, "Your password is changed")]
    [InlineData(FlakyWrite.NotDone, "What you have proved stays proved")]
    public async Task A_write_that_nobody_can_ask_about_is_told_as_uncertain_and_settled_later(FlakyWrite write, string told)
    {
        var (chat, page) = await ReachPageAsync();
        (_directory.Writes, _directory.SilentAfterWrite) = (write, true);
        await page.SavesAsync(Steps.GoodPassword);
        Assert.Contains("has not answered yet", page.Text, StringComparison.Ordinal);
        await chat.Sees("did not tell whether it took the new password");
        await _host.SettleOpenWritesAsync();
        await chat.SeesNo();
        _directory.Silent = false;
        Assert.Equal(1, await _host.SettleOpenWritesAsync());
        await chat.Sees(told);
        await _host.SettleOpenWritesAsync();
        await chat.SeesNo();
        Assert.Equal(write == FlakyWrite.NotDone ? 0 : 1, _host.Count(chat.Person, "ResetDone"));
    }

    [Fact]
    public async Task A_write_that_stays_uncertain_for_an_hour_is_still_told_when_it_is_known()
    {
        var (chat, page) = await ReachPageAsync();
        (_directory.Writes, _directory.SilentAfterWrite) = (FlakyWrite.DoneAndLost, true);
        await page.SavesAsync(Steps.GoodPassword);
        await chat.Sees("did not tell whether it took the new password");
        await _host.PassAsync(TimeSpan.FromHours(1));
        await _host.CloseLeftQuestionsAsync();
        await chat.SeesNo();
        _directory.Silent = false;
        await _host.SettleOpenWritesAsync();
        await chat.Sees("Your password is changed");
    }

    [Fact]
    public async Task There_is_no_new_link_while_the_directory_has_not_answered()
    {
        var (chat, page) = await ReachPageAsync();
        (_directory.Writes, _directory.SilentAfterWrite) = (FlakyWrite.NotDone, true);
        await page.SavesAsync(Steps.GoodPassword);
        await chat.Sees("did not tell whether it took the new password");
        await chat.Says("new link").Sees("still working on it");
        _directory.Silent = false;
        await _host.SettleOpenWritesAsync();
        await chat.Sees("What you have proved stays proved");
        await chat.Says("new link").Sees("Here is a new link").Sees("Choose your new password", "Number: ");
    }

    [Fact]
    public async Task Nobody_is_told_that_nothing_was_changed_while_the_directory_is_at_work()
    {
        var (chat, page) = await ReachPageAsync();
        (_directory.Writes, _directory.SilentAfterWrite) = (FlakyWrite.DoneAndLost, true);
        await page.SavesAsync(Steps.GoodPassword);
        await chat.Sees("did not tell whether it took the new password");
        await chat.Says("cancel").Sees("still working on it");
        await chat.Says("register").Sees("still working on it");
        _directory.Silent = false;
        await _host.SettleOpenWritesAsync();
        await chat.Sees("Your password is changed");
        Assert.Equal(1, _host.Count(chat.Person, "CaseCompleted"));
    }

    [Fact]
    public async Task A_write_that_a_crash_left_open_is_settled_at_the_next_start()
    {
        var (chat, page) = await ReachPageAsync();
        _directory.Writes = FlakyWrite.DoneAndNeverAnswered;
        var saving = page.SavesAsync(Steps.GoodPassword);
        await _directory.Reached.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await _host.StopAsync();
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => saving);
        _directory.Writes = FlakyWrite.Done;
        await _host.StartAgainAsync();
        await chat.Sees("Your password is changed");
        Assert.Equal(1, _host.Count(chat.Person, "ResetDone"));
        Assert.Single(await _host.Outbox.ToAsync(chat.Person.Email), mail => mail.Subject == "Your password was reset");
    }

    [Fact]
    public async Task Without_the_directory_nothing_is_lost_and_the_person_is_told()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2");
        _directory.Silent = true;
        await chat.Says("email").Sees("The directory does not answer at the moment");
        await chat.Says("status").Sees("The directory does not answer at the moment");
        _directory.Silent = false;
        await chat.Says("email").Sees("Type the code");
    }

    [Fact]
    public async Task A_password_that_could_not_be_checked_is_no_refused_reset()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("register").Sees("First show that it is you", "Number: ");
        using var page = await PageDriver.OpenAsync(chat.Seen);
        _directory.SilentAboutPasswords = true;
        await page.SubmitAsync(("oldPassword", chat.Person.Password));
        Assert.NotEmpty(page.Alert);
        _directory.SilentAboutPasswords = false;
        await page.SubmitAsync(("oldPassword", chat.Person.Password));
        await chat.SeesEver("Register a method");
        Assert.Equal(
            (1, 1, 0),
            (_host.Count(chat.Person, "CurrentPasswordUnchecked"), _host.Count(chat.Person, "CurrentPasswordRight"), _host.Count(chat.Person, "ResetRefused")));
    }

    private async Task<(ChatDriver Chat, PageDriver Page)> ReachPageAsync()
    {
        var chat = _host.Chat(_host.Somebody());
        return (chat, await PageDriver.OpenAsync(await chat.ProvesAsync(_host.Outbox)));
    }
}
