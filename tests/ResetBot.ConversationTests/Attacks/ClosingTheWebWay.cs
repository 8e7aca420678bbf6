using System.Text.RegularExpressions;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>An attacker at one address uses up what strangers may do to one name, so that its owner gets no code on the web page, or none that is right.</summary>
public sealed partial class ClosingTheWebWay : IAsyncLifetime
{
    private const string Elsewhere = "127.0.0.9";
    private WatchedDirectory _directory = null!;
    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ChatHost.StartAsync(new ChatHostSettings
    {
        Arguments = ["Limits:CasesPerAddressPerHour=100000", "Limits:CasesPerUserPerHour=100000", "Web:FormsPerAddressPerMinute=1000000"],
        Directory = directory => _directory = new WatchedDirectory(directory),
    });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Codes_that_one_address_asks_for_leave_the_owner_theirs()
    {
        var victim = _host.Somebody();
        for (var minutes = 0; minutes < 22; minutes += 11)
        {
            await AsksForCodesAsync(victim.UserName, times: 10);
            _host.Clock.Advance(TimeSpan.FromMinutes(11));
        }

        await OwnerPassesElsewhereAsync(victim);
    }

    [Fact]
    public async Task Whoever_asks_for_too_many_codes_is_told_and_waits_an_hour_whatever_they_named()
    {
        var victim = _host.Somebody();
        Assert.Equal(5, Sendings(await AsksForCodesAsync(victim.UserName, times: 8)));
        Assert.Equal(5, Sendings(await AsksForCodesAsync("q" + victim.UserName[1..], times: 8)));
        Assert.Equal(5, (await _host.Outbox.ToAsync(victim.Email)).Count);
        _host.Clock.Advance(TimeSpan.FromMinutes(62));
        Assert.Equal(5, Sendings(await AsksForCodesAsync(victim.UserName, times: 8)));
        Assert.Equal(10, (await _host.Outbox.ToAsync(victim.Email)).Count);
    }

    [Fact]
    public async Task Wrong_answers_of_one_address_all_day_leave_the_owners_right_ones_right()
    {
        var victim = _host.Somebody();
        await GuessesSlowlyAsync(victim.UserName, TimeSpan.FromHours(10));
        await OwnerPassesElsewhereAsync(victim);
    }

    [Fact]
    public async Task Whoever_guesses_slowly_is_paused_for_a_day_whatever_they_named()
    {
        var victim = _host.Somebody();
        var real = await GuessesSlowlyAsync(victim.UserName, TimeSpan.FromHours(12));
        Assert.Contains("paused until", real, StringComparison.Ordinal);
        Assert.Equal(15, _host.Count(victim, "CodeWrong"));
        _host.Clock.Advance(TimeSpan.FromHours(36));
        Assert.Equal(Times(real), Times(await GuessesSlowlyAsync("q" + victim.UserName[1..], TimeSpan.FromHours(12))));
    }

    [Fact]
    public async Task An_address_that_knows_many_names_of_one_account_uses_up_no_more_than_its_share()
    {
        var victim = _host.Somebody();
        _directory.AlsoKnownAs = name => name.StartsWith("alias", StringComparison.Ordinal) ? victim.UserName : name;
        for (var alias = 0; alias < 12; alias++)
        {
            await AsksForCodesAsync($"alias{alias}", times: 6);
            await GuessesAsync($"alias{alias}");
        }

        Assert.Equal(10, (await _host.Outbox.ToAsync(victim.Email)).Count);
        await OwnerPassesElsewhereAsync(victim);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_case_in_which_nothing_was_proved_ends_after_an_hour_however_it_is_kept_alive(bool exists)
    {
        using var web = _host.Browser();
        await web.NamesAsync(exists ? _host.Somebody().UserName : "nobody@contoso.example");
        await web.TapsAsync("E-mail");
        for (var minutes = 0; minutes < 55; minutes += 11)
        {
            _host.Clock.Advance(TimeSpan.FromMinutes(11));
            await web.SaysAsync("help");
            Assert.Contains("Type the code", web.Text, StringComparison.Ordinal);
        }

        _host.Clock.Advance(TimeSpan.FromMinutes(6));
        await web.SaysAsync("000000");
        Assert.Contains("This took too long", web.Latest, StringComparison.Ordinal);
        await web.SaysAsync("000000");
        Assert.DoesNotContain("code", web.Latest, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_in_which_something_was_proved_lives_on()
    {
        var person = _host.Somebody();
        using var web = _host.Browser();
        await web.PassesEmailAsync(person, _host.Outbox);
        for (var minutes = 0; minutes < 88; minutes += 11)
        {
            _host.Clock.Advance(TimeSpan.FromMinutes(11));
            await web.SaysAsync("help");
        }

        await web.SaysAsync("resend");
        await web.SaysAsync(await _host.Outbox.CodeAsync(person.Mobile, used: 1));
        await web.SeesAsync("Choose your new password");
    }

    // The day and the hour differ with when it was tried.
    private static string Times(string text) => Moment().Replace(text, "*");

    [GeneratedRegex("(?<=until ).*?(?=[.;]|$)", RegexOptions.Multiline)]
    private static partial Regex Moment();

    private static int Sendings(IEnumerable<string> answers) => answers.Count(answer => answer.Contains("Type the code", StringComparison.Ordinal));

    // What each asking was answered.
    private async Task<List<string>> AsksForCodesAsync(string name, int times)
    {
        List<string> answers = [];
        using var web = _host.Browser();
        await web.NamesAsync(name);
        await web.SaysAsync("email");
        answers.Add(web.Latest);
        while (answers.Count < times)
        {
            await web.SaysAsync("resend");
            answers.Add(web.Latest);
        }

        return answers;
    }

    private async Task GuessesAsync(string name)
    {
        using var web = _host.Browser();
        await web.NamesAsync(name);
        await web.SaysAsync("authenticator");
        for (var guess = 0; guess < 10; guess++)
        {
            await web.SaysAsync("000000");
        }
    }

    // Four answers a method and hour, below what pauses a method, in a case that is kept alive; one that is over is begun anew.
    private async Task<string> GuessesSlowlyAsync(string name, TimeSpan howLong)
    {
        var seen = new System.Text.StringBuilder();
        var end = _host.Clock.GetUtcNow() + howLong;
        var web = await _host.Browser().OpensAsync();
        while (_host.Clock.GetUtcNow() < end)
        {
            await web.SaysAsync("help");
            if (web.Document.QuerySelector("#turns form") is null)
            {
                web.Dispose();
                web = _host.Browser();
                await web.NamesAsync(name);
                seen.AppendLine(web.Latest);
            }

            await GuessAsync(web, seen);
            for (var minutes = 0; minutes < 65; minutes += 13)
            {
                _host.Clock.Advance(TimeSpan.FromMinutes(13));
                await web.SaysAsync("help");
            }
        }

        web.Dispose();
        return seen.ToString();
    }

    private static async Task GuessAsync(WebDriver web, System.Text.StringBuilder seen)
    {
        foreach (var method in (string[])["email", "sms", "authenticator"])
        {
            await web.SaysAsync(method);
            for (var guess = 0; guess < 4; guess++)
            {
                await web.SaysAsync("000000");
                seen.AppendLine(web.Latest);
            }
        }
    }

    private async Task OwnerPassesElsewhereAsync(Person owner)
    {
        var before = (await _host.Outbox.ToAsync(owner.Email)).Count;
        using var own = _host.Browser(from: Elsewhere);
        await own.NamesAsync(owner.UserName);
        await own.TapsAsync("E-mail");
        await own.EntersAsync(await _host.Outbox.CodeAsync(owner.Email, used: before));
        Assert.Contains("That is right", own.Text, StringComparison.Ordinal);
    }
}
