using System.Text.Json.Nodes;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>A question that a command puts on top of another has a card of its own: what is tapped means what it says.</summary>
public class TwoQuestions(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task A_button_of_the_question_on_top_means_nothing_to_the_one_below()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        await chat.Says("not me").Sees("Stop recovery of your account?").Says("2").Sees("Nothing was stopped.").Sees("Type the code");
        await chat.Taps("stop everything").Sees("belongs to an earlier question").SeesNo("Stopped.");
        Assert.Equal(0, _host.Count(chat.Person, "RecoveryFrozen"));
        await chat.Says(() => _host.Outbox.CodeAsync(chat.Person.Email)).Sees("That is right");
    }

    [Fact]
    public async Task Buttons_of_the_question_below_are_good_again_when_the_one_on_top_is_answered()
    {
        var chat = _host.Chat(_host.Somebody());
        var first = await chat.ProvesAsync(_host.Outbox);
        await chat.Says("not me").Sees("Stop recovery of your account?").Taps("go back").Sees("Nothing was stopped.").Sees("secure page");
        Assert.DoesNotContain(chat.All, message => message.Replaces && message.Text.Contains("Choose your new password", StringComparison.Ordinal));
        await chat.Taps("new link").Sees("Here is a new link").Sees("Number: ");
        Assert.NotEqual(first.PageAddress, chat.Seen.PageAddress);
    }

    [Fact]
    public async Task While_the_question_on_top_waits_buttons_of_the_one_below_belong_to_an_earlier_one()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Says("not me").Sees("Stop recovery of your account?");
        await chat.Taps("email").Sees("belongs to an earlier question").Sees("Stop recovery of your account?");
        Assert.DoesNotContain("An earlier question", OpenCards.Replacement(chat), StringComparison.Ordinal);
        Assert.Equal(0, _host.Count(chat.Person, "CodeSent"));
        var below = chat.ButtonFor("email");
        await chat.Says("go back").Sees("step 1 of 2");
        await chat.SendAsync(chat.Tap(below));
        await chat.Sees("Type the code");
    }

    [Theory]
    [InlineData("cancel", "Stopped. Nothing was changed.", "Stop recovery of your account?")]
    [InlineData("stop everything", "Recovery of your account is stopped", "Stop recovery of your account?")]
    public async Task A_link_and_its_number_go_with_what_was_begun_although_another_question_lies_on_top(string says, string told, string onTop)
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.ProvesAsync(_host.Outbox);
        await chat.Says("not me").Sees(onTop).Says(says).Sees(told);
        var closed = chat.All.Where(message => message.Replaces).Select(message => message.Text).ToList();
        Assert.Single(closed, text => text.Contains("Choose your new password", StringComparison.Ordinal) && text.Contains("This link no longer works", StringComparison.Ordinal));
        Assert.InRange(closed.Count(text => text.Contains(onTop, StringComparison.Ordinal)), 0, 1);
        Assert.DoesNotContain(closed, text => text.Contains(onTop, StringComparison.Ordinal) && text.Contains("link", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_link_and_its_number_go_when_something_else_is_begun()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.ProvesAsync(_host.Outbox);
        await chat.Says("register").Sees("First show that it is you");
        Assert.Contains(chat.All, message => message.Replaces && message.Text.Contains("This link no longer works", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_became_of_a_page_closes_its_card_and_the_one_on_top()
    {
        var chat = _host.Chat(_host.Somebody());
        using var page = await PageDriver.OpenAsync(await chat.ProvesAsync(_host.Outbox));
        await chat.Says("not me").Sees("Stop recovery of your account?");
        await page.SavesAsync(Steps.GoodPassword);
        await chat.SeesEver("Your password is changed");
        var closed = chat.All.Where(message => message.Replaces).Select(message => message.Text).ToList();
        Assert.Single(closed, text => text.Contains("Choose your new password", StringComparison.Ordinal));
        Assert.Single(closed, text => text.Contains("Stop recovery of your account?", StringComparison.Ordinal) && text.Contains("This question is closed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_command_that_is_typed_into_the_field_of_a_card_leaves_the_card_to_its_question()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        var code = await _host.Outbox.CodeAsync(chat.Person.Email);
        await chat.Fills("not me").Sees("Stop recovery of your account?");
        Assert.DoesNotContain(chat.All, message => message.Replaces && message.Text.Contains("Type the code", StringComparison.Ordinal));
        Assert.Null(chat.Answered?["value"] as JsonObject);
        await chat.Says("go back").Sees("Nothing was stopped.").Fills(code).Sees("That is right");
    }

    [Fact]
    public async Task A_link_that_lies_below_goes_also_when_it_is_tapped_after_its_time()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.ProvesAsync(_host.Outbox);
        await chat.Says("not me").Sees("Stop recovery of your account?");
        _host.Clock.Advance(TimeSpan.FromMinutes(30));
        await chat.Taps("new link").Sees("You were away for a while");
        Assert.Contains("This link no longer works", OpenCards.Replacement(chat), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asking_the_same_again_and_again_piles_nothing_up()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2");
        for (var round = 0; round < 3; round++)
        {
            await chat.Says("not me").Sees("Stop recovery of your account?").Says("language").Sees("Language");
        }

        await chat.Says("english").Sees("Stop recovery of your account?").Says("go back").Sees("step 1 of 2").Says("email").Sees("Type the code");
    }

    [Fact]
    public async Task What_was_tapped_too_late_says_that_it_has_run_out()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2");
        _host.Clock.Advance(TimeSpan.FromMinutes(16));
        await chat.Taps("email").Sees("You were away for a while");
        Assert.Contains("run out", OpenCards.Replacement(chat), StringComparison.Ordinal);
    }
}
