using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>A locked account is opened again, with the password that its owner knows.</summary>
public class Unlocking : HostedStories, IAsyncLifetime
{
    private FlakyDirectory _directory = null!;
    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await StartAsync(new ChatHostSettings
    {
        Directory = directory => _directory = new FlakyDirectory(directory),
        Adapt = builder => builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.Zero),
    });

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("unlock")]
    [InlineData("my account is locked")]
    [InlineData("mitt konto är låst")]
    public async Task One_method_is_enough_and_the_password_stays(string words)
    {
        var chat = await LockedAsync();
        await chat.Says(words).Sees("Unlock your account", "step 1 of 1").Says("email").Sees("Type the code")
            .Says(() => _host.Outbox.CodeAsync(chat.Person.Email)).Sees("That is right").Sees("I am unlocking").Sees("Your account is unlocked");
        Assert.Equal("ok", await _host.SignInAsync(chat.Person, chat.Person.Password));
        Assert.Equal(1, _host.Count(chat.Person, "UnlockDone"));
        Assert.Equal(1, _host.Count(chat.Person, "CaseCompleted"));
        await chat.Says("status").Sees("account unlocked");
    }

    [Fact]
    public async Task The_code_says_what_it_is_for_and_every_way_is_told_afterwards()
    {
        var chat = await LockedAsync();
        await chat.Says("unlock").Sees("step 1 of 1").Says("email").Sees("Type the code");
        Assert.Contains("unlock the account", (await _host.Outbox.ToAsync(chat.Person.Email))[^1].Text, StringComparison.Ordinal);
        await chat.Says(() => _host.Outbox.CodeAsync(chat.Person.Email)).Sees("That is right").Sees("I am unlocking").Sees("Your account is unlocked");
        foreach (var way in (string[])[chat.Person.UserName, chat.Person.Email, chat.Person.Mobile])
        {
            Assert.Contains("was unlocked", (await _host.Outbox.ToAsync(way))[^1].Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_account_that_is_not_locked_is_told_so_before_any_code()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("unlock").Sees("is not locked", "reset").SeesNo();
        Assert.Equal(0, _host.Count(chat.Person, "CodeSent"));
    }

    [Fact]
    public async Task On_the_web_page_that_is_told_after_the_gate_only()
    {
        var person = _host.Somebody();
        using var web = _host.Browser();
        await BeginsAsync(web, person.UserName);
        Assert.DoesNotContain("not locked", web.Text, StringComparison.Ordinal);
        await web.TapsAsync("E-mail");
        await web.EntersAsync(await _host.Outbox.CodeAsync(person.Email));
        await web.SeesAsync("Your account is not locked");
        Assert.Equal(0, _host.Count(person, "UnlockDone"));
    }

    [Fact]
    public async Task It_works_on_the_web_page_and_moves_to_Teams()
    {
        var person = (await LockedAsync()).Person;
        using var web = _host.Browser();
        await BeginsAsync(web, person.UserName);
        var chat = _host.Chat(person);
        await chat.Says("continue").Sees("Continue what you began").Says(web.MoveNumber).Sees("We go on here").Sees("Unlock your account");
        await chat.Says("sms").Sees("Type the code").Says(() => _host.Outbox.CodeAsync(person.Mobile)).Sees("That is right").Sees("I am unlocking")
            .Sees("Your account is unlocked");
        Assert.Equal("ok", await _host.SignInAsync(person, person.Password));
    }

    [Fact]
    public async Task A_name_of_nobody_looks_the_same_until_the_end()
    {
        var person = (await LockedAsync()).Person;
        using var web = _host.Browser();
        using var other = _host.Browser();
        await BeginsAsync(web, person.UserName);
        await BeginsAsync(other, "nobody.at.all@contoso.example");
        foreach (var browser in (WebDriver[])[web, other])
        {
            await browser.TapsAsync("E-mail");
            await browser.EntersAsync("000000");
        }

        Assert.Equal(Same(web), Same(other));
    }

    [Fact]
    public async Task A_silent_directory_costs_no_gate_and_is_asked_again_when_the_person_says_so()
    {
        var chat = await LockedAsync();
        _directory.Writes = FlakyWrite.NotDone;
        await ProvesAsync(chat).Sees("The directory did not answer", "again, cancel");
        await chat.Says("help").Sees("What I can do").Sees("The directory did not answer", "again, cancel");
        _directory.Writes = FlakyWrite.Done;
        await chat.Says("again").Sees("I am unlocking").Sees("Your account is unlocked");
        Assert.Equal("ok", await _host.SignInAsync(chat.Person, chat.Person.Password));
        Assert.Equal(1, _host.Count(chat.Person, "GatePassed"));
    }

    [Fact]
    public async Task An_answer_that_was_lost_is_found_done()
    {
        var chat = await LockedAsync();
        _directory.Writes = FlakyWrite.DoneAndLost;
        await ProvesAsync(chat).Sees("Your account is unlocked");
        Assert.Equal(1, _host.Count(chat.Person, "UnlockDone"));
    }

    [Fact]
    public async Task One_that_nobody_can_ask_about_is_told_as_done_when_asked_again()
    {
        var chat = await LockedAsync();
        (_directory.Writes, _directory.SilentAfterWrite) = (FlakyWrite.DoneAndLost, true);
        await ProvesAsync(chat).Sees("The directory did not answer");
        (_directory.Writes, _directory.SilentAfterWrite, _directory.Silent) = (FlakyWrite.Done, false, false);
        await chat.Says("again").Sees("I am unlocking").Sees("Your account is unlocked");
        Assert.Equal(1, _host.Count(chat.Person, "UnlockDone"));
    }

    [Fact]
    public async Task Lost_answers_do_not_give_more_than_three_unlocks()
    {
        var chat = await LockedAsync();
        (_directory.Writes, _directory.SilentAfterWrite) = (FlakyWrite.DoneAndLost, true);
        await ProvesAsync(chat).Sees("The directory did not answer");
        for (var time = 0; time < 2; time++)
        {
            _directory.Silent = false;
            await _host.LocksAsync(chat.Person);
            await chat.Says("again").Sees("I am unlocking").Sees("The directory did not answer");
        }

        _directory.Silent = false;
        await _host.LocksAsync(chat.Person);
        await chat.Says("again").Sees("was unlocked often lately");
        Assert.Equal("locked", await _host.SignInAsync(chat.Person, chat.Person.Password));
    }

    [Fact]
    public async Task Cancel_after_a_silent_directory_ends_it()
    {
        var chat = await LockedAsync();
        _directory.Writes = FlakyWrite.NotDone;
        await ProvesAsync(chat).Sees("The directory did not answer");
        await chat.Says("cancel").Sees("Stopped");
        _directory.Writes = FlakyWrite.Done;
        await chat.Says("again").Sees("did not understand");
        Assert.Equal("locked", await _host.SignInAsync(chat.Person, chat.Person.Password));
    }

    [Fact]
    public async Task An_order_that_a_crash_cut_off_is_carried_out_after_the_restart_and_told()
    {
        var chat = await LockedAsync();
        _directory.Writes = FlakyWrite.DoneAndNeverAnswered;
        await chat.Says("unlock").Sees("step 1 of 1").Says("email").Sees("Type the code");
        await chat.PostAsync(chat.Message(await _host.Outbox.CodeAsync(chat.Person.Email)));
        await _directory.Reached.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await chat.PostAsync(chat.Message("cancel"));
        await chat.SeesEver("still working on it");
        await _host.RestartAsync();
        await chat.SeesEver("Your account is unlocked");
        await _host.QuietAsync();
        Assert.Equal(1, _host.Count(chat.Person, "UnlockDone"));
    }

    [Fact]
    public async Task Without_a_method_it_is_refused_with_the_code_for_the_help_desk() =>
        await _host.Chat(Person.Johanna).Says("unlock").Sees("An unlock needs 1 of your methods", "SSPR_0014");

    // The number that every page shows.
    private static string Same(WebDriver web) => web.Text.Replace(web.MoveNumber, "", StringComparison.Ordinal);

    private static async Task BeginsAsync(WebDriver web, string name)
    {
        await web.OpensAsync();
        await web.TapsAsync("Unlock my account");
        await web.EntersAsync(name);
    }

    private ChatScript ProvesAsync(ChatDriver chat) => chat.Says("unlock").Sees("step 1 of 1").Says("email").Sees("Type the code")
        .Says(() => _host.Outbox.CodeAsync(chat.Person.Email)).Sees("That is right").Sees("I am unlocking");

    private async Task<ChatDriver> LockedAsync()
    {
        var person = _host.Somebody();
        await _host.LocksAsync(person);
        return _host.Chat(person);
    }
}
