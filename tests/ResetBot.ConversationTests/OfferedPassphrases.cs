using System.Net;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>The passphrase that the page offers, in a browser without script.</summary>
public sealed class OfferedPassphrases(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task An_offer_can_be_copied_and_saved()
    {
        var (chat, page) = await OpenAsync();
        using var opened = page;
        var offer = page.Offer;
        Assert.Matches("^[A-Z][a-z]+(-[a-z]+){4}-[2-9]{2}$", offer);

        await page.SavesAsync(offer);

        Assert.Equal("Your password is changed", page.Title);
        Assert.DoesNotContain(offer, page.Html, StringComparison.Ordinal);
        Assert.Equal("ok", await _host.SignInAsync(chat.Person, offer));
    }

    [Fact]
    public async Task Another_one_is_drawn_by_a_form_and_nothing_is_saved_and_no_address_holds_it()
    {
        var (chat, page) = await OpenAsync();
        using var opened = page;
        HashSet<string> offers = [page.Offer];
        var address = page.Address;
        for (var i = 0; i < 10; i++)
        {
            await page.SubmitAsync(("offer", "1"));
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Equal(address, page.Response.RequestMessage!.RequestUri);
            Assert.True(offers.Add(page.Offer));
        }

        Assert.Equal(0, _host.Count(chat.Person, "ResetIntended"));
        foreach (var offer in offers)
        {
            Assert.DoesNotContain(offer, _host.StoredBytes(), StringComparison.Ordinal);
            Assert.DoesNotContain(_host.Log, line => line.Contains(offer, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_press_for_another_one_saves_nothing_that_was_typed()
    {
        var (chat, page) = await OpenAsync();
        using var opened = page;

        await page.SubmitAsync(("offer", "1"), ("newPassword", Steps.GoodPassword), ("confirmPassword", Steps.GoodPassword));

        Assert.Equal("Choose a new password", page.Title);
        Assert.Equal(0, _host.Count(chat.Person, "ResetIntended"));
    }

    [Fact]
    public async Task Only_the_browser_that_opened_the_page_sees_one()
    {
        var chat = _host.Chat(_host.Somebody());
        var card = await chat.ProvesAsync(_host.Outbox);
        using var scanner = new PageDriver(card.PageAddress);
        await scanner.LookAsync();
        Assert.Equal("", scanner.Offer);
        using var page = await PageDriver.OpenAsync(card);
        Assert.NotEqual("", page.Offer);

        await scanner.SubmitAsync(("offer", "1"));

        Assert.Equal("", scanner.Offer);
    }

    [Fact]
    public async Task It_is_in_the_persons_language()
    {
        var chat = _host.Chat(_host.Somebody(), "sv-SE");
        await chat.Says("reset").Sees().Says("1").Sees().Says(() => _host.Outbox.CodeAsync(chat.Person.Email)).Sees().Sees();
        using var page = await PageDriver.OpenAsync(
            await chat.Says(() => _host.Outbox.CodeAsync(chat.Person.Mobile)).Sees("Välj ditt nya lösenord"));
        var words = new HashSet<string>();
        for (var i = 0; i < 20; i++)
        {
            words.UnionWith(page.Offer.Split('-'));
            await page.LookAsync();
        }

        Assert.Contains(words, word => word.Any(letter => letter is 'å' or 'ä' or 'ö'));
    }

    private async Task<(ChatDriver Chat, PageDriver Page)> OpenAsync()
    {
        var chat = _host.Chat(_host.Somebody());
        return (chat, await PageDriver.OpenAsync(await chat.ProvesAsync(_host.Outbox)));
    }
}
