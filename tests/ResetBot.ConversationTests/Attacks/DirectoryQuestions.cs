using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>
/// An attacker with a stopwatch sees how often the directory is asked, and during an outage whether it is: neither may tell which names exist.
/// </summary>
public sealed class DirectoryQuestions : IAsyncLifetime
{
    private WatchedDirectory _directory = null!;
    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ChatHost.StartAsync(new ChatHostSettings
    {
        Arguments = ["Limits:CasesPerAddressPerHour=100000", "Web:FormsPerAddressPerMinute=1000000"],
        Directory = directory => _directory = new WatchedDirectory(directory),
    });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Every_step_asks_the_directory_as_often_for_nobody_as_for_somebody()
    {
        var person = _host.Somebody();
        var real = await AskedAsync(person.UserName);
        Assert.Contains("account by id", real, StringComparison.Ordinal);
        Assert.Equal(real, await AskedAsync("q" + person.UserName[1..]));
        Assert.Equal(real, await AskedAsync(Person.Grady.UserName));
        Assert.Equal(real, await AskedAsync(Person.Adele.UserName));
    }

    [Fact]
    public async Task The_first_code_is_asked_for_with_one_question_where_there_is_one_method_only()
    {
        WatchedDirectory directory = null!;
        await using var host = await ChatHost.StartAsync(new ChatHostSettings
        {
            Arguments = ["Policy:MethodsAllowed:0=Email", "Policy:MethodsRequiredToReset=1", "Policy:MethodsToRegister=1"],
            Directory = inner => directory = new WatchedDirectory(inner),
        });
        foreach (var name in (string[])[host.Somebody().UserName, "nobody@contoso.example"])
        {
            using var web = host.Browser();
            await web.NamesAsync(name);
            Assert.Contains("Type the code", web.Latest, StringComparison.Ordinal);
            Assert.Equal("account by name", directory.TakeAsked());
        }
    }

    [Fact]
    public async Task The_directory_is_asked_about_an_account_once_in_a_turn()
    {
        var person = _host.Somebody();
        using var web = _host.Browser();
        await web.NamesAsync(person.UserName);
        await web.TapsAsync("E-mail");
        _directory.TakeAsked();
        await web.EntersAsync(await _host.Outbox.CodeAsync(person.Email));
        Assert.Contains("That is right", web.Text, StringComparison.Ordinal);
        Assert.Equal("account by id", _directory.TakeAsked());
    }

    [Fact]
    public async Task An_outage_after_the_name_looks_alike_for_every_name()
    {
        var person = _host.Somebody();
        var real = await DuringAnOutageAsync(person.UserName);
        Assert.Contains("directory", real, StringComparison.Ordinal);
        Assert.Equal(real, await DuringAnOutageAsync("q" + person.UserName[1..]));
        Assert.Equal(real, await DuringAnOutageAsync(Person.Grady.UserName));
    }

    [Fact]
    public async Task An_outage_from_the_start_looks_alike_for_every_name()
    {
        _directory.Silent = true;
        using var web = _host.Browser();
        await web.NamesAsync(_host.Somebody().UserName);
        using var other = _host.Browser();
        await other.NamesAsync("nobody@contoso.example");
        Assert.Equal(web.Latest, other.Latest);
    }

    // Every way that somebody who proves nothing can go.
    private static IEnumerable<string> Ways =>
    [
        "email", "resend", "000000", "sms", "111111", "resend", "authenticator", "222222", "resend", "help", "other method", "1",
        "333333", "333334", "333335", "333336", "lost my phone", "cancel",
    ];

    private async Task<string> AskedAsync(string name)
    {
        using var web = _host.Browser();
        await web.OpensAsync();
        await web.TapsAsync("Reset my password");
        _directory.TakeAsked();
        await web.EntersAsync(name);
        List<string> asked = ["name: " + _directory.TakeAsked()];
        foreach (var way in Ways)
        {
            await web.SaysAsync(way);
            asked.Add($"{way}: {_directory.TakeAsked()}");
        }

        return string.Join("\n", asked);
    }

    private async Task<string> DuringAnOutageAsync(string name)
    {
        _directory.Silent = false;
        using var web = _host.Browser();
        await web.NamesAsync(name);
        List<string> seen = [];
        foreach (var way in Ways)
        {
            _directory.Silent = true;
            await web.SaysAsync(way);
            seen.Add(web.Latest);
            _directory.Silent = false;
            await web.SaysAsync(way);
            seen.Add(web.Latest);
        }

        return string.Join("\n", seen);
    }
}
