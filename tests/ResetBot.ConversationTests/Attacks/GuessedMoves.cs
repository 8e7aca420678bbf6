using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>A thief with somebody's open Teams session guesses the number of their case on the web page, or a stranger pushes that case out of sight.</summary>
public sealed class GuessedMoves(HostFixture fixture) : IClassFixture<HostFixture>
{
    private const string Elsewhere = "127.0.0.9";
    private const string Fixed = "can no longer go on";
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task Three_wrong_numbers_end_the_way_to_Teams_for_every_page_of_that_person_and_they_hear_of_it()
    {
        var person = _host.Somebody();
        using var proved = _host.Browser();
        await proved.ProvesAsync(person, _host.Outbox);
        using var begun = _host.Browser(from: Elsewhere);
        await begun.PassesEmailAsync(person, _host.Outbox);
        var right = begun.MoveNumber;
        var thief = _host.Chat(person);
        await GuessesAsync(thief, right, 1);
        await GuessesAsync(thief, right, 1);
        await thief.Says("continue").Sees("Continue").Says(Wrong(right, 3)).Sees(Fixed);
        await thief.Says("continue").Sees("Continue").Says(right).Sees(Fixed);
        Assert.Equal(0, _host.Count(person, "CaseMoved"));
        await proved.SeesAsync(Fixed);
        await begun.SeesAsync(Fixed);
        Assert.Empty(begun.MoveNumber);
        Assert.Single(await _host.Outbox.ToAsync(person.Email), mail => mail.Subject == "Somebody tried to take over what you began");
        Assert.Single(await _host.Outbox.ToAsync(person.Mobile), message => message.Text.Contains("tried to take over", StringComparison.Ordinal));
        Assert.Equal(2, _host.Count(person, "CaseMoveClosed"));
    }

    [Fact]
    public async Task Numbers_that_are_typed_at_once_are_counted_one_by_one()
    {
        var person = _host.Somebody();
        using var web = _host.Browser();
        await web.PassesEmailAsync(person, _host.Outbox);
        var thieves = Enumerable.Range(0, 8).Select(_ => _host.Chat(person)).ToList();
        foreach (var thief in thieves)
        {
            await thief.Says("continue").Sees("Continue");
        }

        await Task.WhenAll(thieves.Select((thief, index) => thief.PostAsync(thief.Message(Wrong(web.MoveNumber, index + 1)))));
        Assert.Equal(8, _host.Count(person, "CaseMoveRefused"));
        Assert.Equal(1, _host.Count(person, "CaseMoveClosed"));
        Assert.Single(await _host.Outbox.ToAsync(person.Email), mail => mail.Subject == "Somebody tried to take over what you began");
        await _host.Chat(person).Says("continue").Sees("Continue").Says(web.MoveNumber).Sees(Fixed);
    }

    [Fact]
    public async Task The_page_goes_on_where_it_is_after_wrong_numbers_and_what_is_begun_later_can_be_moved()
    {
        var person = _host.Somebody();
        using var web = _host.Browser();
        await web.PassesEmailAsync(person, _host.Outbox);
        var chat = _host.Chat(person);
        await GuessesAsync(chat, web.MoveNumber, 2);
        await chat.Says("continue").Sees("Continue").Says(Wrong(web.MoveNumber, 3)).Sees(Fixed);
        await web.SeesAsync(Fixed);
        await web.EntersAsync(await _host.Outbox.CodeAsync(person.Mobile));
        await web.SeesAsync("Choose your new password");
        using var later = _host.Browser();
        await later.PassesEmailAsync(person, _host.Outbox);
        await chat.Says("continue").Sees("Continue").Says(later.MoveNumber).Sees("We go on here");
    }

    [Fact]
    public async Task Wrong_numbers_where_nothing_is_under_way_tell_nobody_anything()
    {
        var person = _host.Somebody();
        var chat = _host.Chat(person);
        await chat.Says("continue").Sees("Continue").Says("1234").Sees("Nothing that you began").Says("1235").Sees("Nothing that you began").Says("1236").Sees("I did not find");
        Assert.Empty(await _host.Outbox.ToAsync(person.Email));
        Assert.Equal(3, _host.Count(person, "CaseMoveRefused"));
    }

    [Fact]
    public async Task Cases_that_a_stranger_begins_do_not_take_the_owners_way_to_Teams()
    {
        await using var host = await ChatHost.StartAsync(new ChatHostSettings { Arguments = ["Limits:CasesPerAddressPerHour=1000", "Web:FormsPerAddressPerMinute=1000000"] });
        var person = host.Somebody();
        using var proved = host.Browser(from: Elsewhere);
        await proved.PassesEmailAsync(person, host.Outbox);
        using var begun = host.Browser(from: Elsewhere);
        await begun.NamesAsync(person.UserName);
        await BeginAsync(host, person, 45);
        await host.Chat(person).Says("continue").Sees("Continue").Says(proved.MoveNumber).Sees("We go on here");
        await host.Chat(person).Says("continue").Sees("Continue").Says(begun.MoveNumber).Sees("We go on here");
    }

    [Fact]
    public async Task A_case_in_which_a_gate_was_passed_stays_in_sight_whatever_many_addresses_begin()
    {
        await using var host = await ChatHost.StartAsync(new ChatHostSettings { Arguments = ["Limits:CasesPerAddressPerHour=1000", "Web:FormsPerAddressPerMinute=1000000"] });
        var person = host.Somebody();
        using var web = host.Browser(from: Elsewhere);
        await web.PassesEmailAsync(person, host.Outbox);
        for (var address = 1; address <= 45; address++)
        {
            using var attacker = host.Browser(from: $"127.0.2.{address}");
            await attacker.NamesAsync(person.UserName);
        }

        await host.Chat(person).Says("continue").Sees("Continue").Says(web.MoveNumber).Sees("We go on here");
    }

    [Fact]
    public async Task What_is_over_makes_room_first()
    {
        await using var host = await ChatHost.StartAsync(new ChatHostSettings { Arguments = ["Limits:CasesPerAddressPerHour=1000", "Web:FormsPerAddressPerMinute=1000000"] });
        var person = host.Somebody();
        using var first = host.Browser();
        await first.NamesAsync(person.UserName);
        for (var ended = 0; ended < 45; ended++)
        {
            using var attacker = host.Browser();
            await attacker.NamesAsync(person.UserName);
            await attacker.SaysAsync("cancel");
        }

        await host.Chat(person).Says("continue").Sees("Continue").Says(first.MoveNumber).Sees("We go on here");
    }

    private static async Task BeginAsync(ChatHost host, Person person, int cases)
    {
        for (var begun = 0; begun < cases; begun++)
        {
            using var attacker = host.Browser();
            await attacker.NamesAsync(person.UserName);
        }
    }

    private static async Task GuessesAsync(ChatDriver chat, string right, int times)
    {
        await chat.Says("continue").Sees("Continue");
        for (var guess = 1; guess <= times; guess++)
        {
            await chat.Says(Wrong(right, guess)).Sees("Nothing that you began");
        }

        await chat.Says("cancel").Sees("Stopped");
    }

    private static string Wrong(string right, int by) => ((int.Parse(right) + by) % 10_000).ToString("D4");
}
