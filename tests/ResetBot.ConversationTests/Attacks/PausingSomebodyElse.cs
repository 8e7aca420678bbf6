using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>An attacker names somebody on the web page to pause their recovery, or to use up their codes.</summary>
public sealed class PausingSomebodyElse : IAsyncLifetime
{
    private const string Elsewhere = "127.0.0.9";
    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ChatHost.StartAsync(new ChatHostSettings
    {
        Arguments = ["Limits:CasesPerAddressPerHour=100000", "Limits:CasesPerUserPerHour=100000", "Web:FormsPerAddressPerMinute=1000000"],
    });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Wrong_codes_pause_the_attacker_and_nobody_else()
    {
        var victim = _host.Somebody();
        await GuessesUntilPausedAsync(victim.UserName);
        await _host.Chat(victim).ResetsAsync(_host.Outbox, Steps.GoodPassword);
        using var own = _host.Browser(from: Elsewhere);
        await own.PassesEmailAsync(victim, _host.Outbox);
    }

    [Fact]
    public async Task Another_browser_of_the_attacker_is_paused_as_well()
    {
        var victim = _host.Somebody();
        await GuessesUntilPausedAsync(victim.UserName);
        using var again = _host.Browser();
        await again.NamesAsync(victim.UserName);
        Assert.DoesNotContain("E-mail", again.Document.QuerySelector("#turns form")?.TextContent ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sends_that_an_attacker_causes_are_not_taken_from_the_owner()
    {
        var victim = _host.Somebody();
        using var attacker = _host.Browser();
        await attacker.NamesAsync(victim.UserName);
        await attacker.TapsAsync("E-mail");
        for (var sent = 1; sent < 12 && !attacker.Text.Contains("Nothing more is sent", StringComparison.Ordinal); sent++)
        {
            await attacker.SaysAsync("resend");
        }

        Assert.Contains("Nothing more is sent", attacker.Text, StringComparison.Ordinal);
        var before = await SentAsync(victim.Email);
        Assert.Equal(5, before);
        await _host.Chat(victim).Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code", "E-mail to");
        Assert.Equal(before + 1, await SentAsync(victim.Email));
    }

    [Fact]
    public async Task Many_addresses_together_cannot_flood_a_mailbox_and_do_not_learn_it()
    {
        var victim = _host.Somebody();
        var seen = new HashSet<string>();
        for (var address = 1; address <= 30; address++)
        {
            using var attacker = _host.Browser(from: $"127.0.1.{address}");
            await attacker.NamesAsync(victim.UserName);
            await attacker.TapsAsync("E-mail");
            seen.Add(attacker.Latest);
        }

        Assert.Single(seen);
        Assert.Equal(20, await SentAsync(victim.Email));
    }

    [Fact]
    public async Task Many_addresses_together_cannot_guess_for_ever()
    {
        await using var host = await ChatHost.StartAsync(new ChatHostSettings
        {
            Arguments = ["Limits:StrangerWrongAnswersPerAccount=12", "Limits:StrangerWrongAnswersPerAddress=5", "Limits:CasesPerUserPerHour=1000", "Limits:StrangerSendsPerAccount=1000"],
        });
        var victim = host.Somebody();
        for (var address = 1; address <= 3; address++)
        {
            using var attacker = host.Browser(from: $"127.0.1.{address}");
            await attacker.NamesAsync(victim.UserName);
            await attacker.TapsAsync("E-mail");
            for (var guess = 0; guess < 4; guess++)
            {
                await attacker.EntersAsync(await host.Outbox.WrongCodeAsync(victim.Email));
            }
        }

        using var last = host.Browser(from: "127.0.1.99");
        await last.NamesAsync(victim.UserName);
        await last.TapsAsync("E-mail");
        await last.EntersAsync(await host.Outbox.CodeAsync(victim.Email));
        Assert.Contains("That code is not right", last.Latest, StringComparison.Ordinal);
        await host.Chat(victim).PassesEmailAsync(host.Outbox);
    }

    [Theory]
    [InlineData("Limits:FailedCasesPerAccount=1", "RecoveryPaused")]
    [InlineData("Limits:ConsecutiveFailures=1", "RecoveryClosed")]
    public async Task What_paused_or_closed_the_owners_recovery_holds_on_the_web_page_and_does_not_show(string limit, string happened)
    {
        await using var host = await ChatHost.StartAsync(new ChatHostSettings { Arguments = [limit] });
        var chat = host.Chat(host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        await chat.Says(() => host.Outbox.WrongCodeAsync(chat.Person.Email));
        await chat.Says("cancel");
        Assert.Equal(1, host.Count(chat.Person, happened));
        using var web = host.Browser();
        await web.NamesAsync(chat.Person.UserName);
        await web.TapsAsync("E-mail");
        Assert.Contains("Type the code", web.Latest, StringComparison.Ordinal);
        Assert.Single(await host.Outbox.ToAsync(chat.Person.Email));
        await web.EntersAsync(await host.Outbox.CodeAsync(chat.Person.Email));
        Assert.Contains("That code is not right", web.Text, StringComparison.Ordinal);
        Assert.Equal(0, host.Count(chat.Person, "GatePassed"));
    }

    [Fact]
    public async Task Cases_of_one_address_are_bounded_whatever_they_name()
    {
        await using var host = await ChatHost.StartAsync(new ChatHostSettings { Arguments = ["Limits:CasesPerAddressPerHour=3"] });
        for (var number = 0; number < 3; number++)
        {
            using var web = host.Browser();
            await web.NamesAsync($"nobody{number}@contoso.example");
            Assert.Contains("Prove that it is you", web.Latest, StringComparison.Ordinal);
        }

        using var refused = host.Browser();
        await refused.NamesAsync(host.Somebody().UserName);
        Assert.Contains("You have begun very often", refused.Latest, StringComparison.Ordinal);
        using var elsewhere = host.Browser(from: Elsewhere);
        await elsewhere.NamesAsync(host.Somebody().UserName);
        Assert.Contains("Prove that it is you", elsewhere.Latest, StringComparison.Ordinal);
    }

    private async Task GuessesUntilPausedAsync(string name)
    {
        using var attacker = _host.Browser();
        await attacker.NamesAsync(name);
        await attacker.TapsAsync("E-mail");
        for (var guess = 0; guess < 6 && !attacker.Text.Contains("is paused until", StringComparison.Ordinal); guess++)
        {
            await attacker.EntersAsync("000000");
        }

        Assert.Contains("is paused until", attacker.Text, StringComparison.Ordinal);
    }

    private async Task<int> SentAsync(string address) => (await _host.Outbox.ToAsync(address)).Count(message => message.Text.Contains("code", StringComparison.OrdinalIgnoreCase));
}
