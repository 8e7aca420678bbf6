using System.Text.RegularExpressions;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>A mail scanner, a chat's preview or a browser that fetches ahead follows every link that it can find, with every method that only looks.</summary>
public sealed partial class LinkScanners(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task Looking_uses_nothing_up()
    {
        var (_, card) = await ReachesAsync();
        for (var scanner = 0; scanner < 5; scanner++)
        {
            using var looks = new PageDriver(card.PageAddress);
            await looks.LookAsync();
            Assert.Equal("Type the number from the chat", looks.Title);
        }

        using var page = await PageDriver.OpenAsync(card);
        Assert.Equal("Choose a new password", page.Title);
    }

    [Fact]
    public async Task Whatever_is_followed_from_chat_mail_and_page_a_reset_goes_on_as_if_nobody_had_looked()
    {
        var (chat, card) = await ReachesAsync();
        var before = _host.Audit(chat.Person).Count;
        var seen = await FollowAsync([card.PageAddress.ToString(), .. await LinksOfAsync(chat)]);
        Assert.Contains(card.PageAddress.ToString(), seen);
        Assert.Equal(before, _host.Audit(chat.Person).Count);
        using var page = await PageDriver.OpenAsync(card);
        Assert.Equal("Choose a new password", page.Title);
        await FollowAsync([card.PageAddress.ToString()]);
        await page.SavesAsync(Steps.GoodPassword);
        Assert.Equal("Your password is changed", page.Title);
        await FollowAsync([card.PageAddress.ToString(), .. await LinksOfAsync(chat)]);
        Assert.Equal("ok", await _host.SignInAsync(chat.Person, Steps.GoodPassword));
        await chat.Sees("Your password is changed").SeesNo();
    }

    [Fact]
    public async Task A_browser_that_fetches_ahead_on_the_web_page_begins_and_ends_nothing()
    {
        var person = _host.Somebody();
        using var web = _host.Browser();
        await web.ProvesAsync(person, _host.Outbox);
        var before = _host.Audit(person).Count;
        await FollowAsync([_host.Address.ToString(), web.PageAddress.ToString(), .. Addresses(web.Html)], web.Client);
        Assert.Equal(before, _host.Audit(person).Count);
        using var page = await web.OpensPageAsync();
        await page.SavesAsync(Steps.GoodPassword);
        Assert.Equal("Your password is changed", page.Title);
    }

    private async Task<(ChatDriver Chat, ChatMessage Card)> ReachesAsync()
    {
        var chat = _host.Chat(_host.Somebody());
        return (chat, await chat.ProvesAsync(_host.Outbox));
    }

    private async Task<IReadOnlyList<string>> LinksOfAsync(ChatDriver chat)
    {
        var mails = (await _host.Outbox.ToAsync(chat.Person.Email)).Concat(await _host.Outbox.ToAsync(chat.Person.Mobile)).Select(mail => mail.Text);
        return [.. mails.Concat(chat.All.Select(message => message.Body.ToJsonString())).SelectMany(Addresses)];
    }

    // Follows what the answers name, too, as far as it is on this service.
    private async Task<IReadOnlyCollection<string>> FollowAsync(IEnumerable<string> links, HttpClient? browser = null)
    {
        using var own = new HttpClient();
        var client = browser ?? own;
        var waiting = new Queue<string>(links);
        HashSet<string> seen = [];
        while (waiting.TryDequeue(out var link))
        {
            var address = new Uri(_host.Address, link);
            if (address.Authority != _host.Address.Authority || address.AbsolutePath == "/events" || !seen.Add(address.ToString()))
            {
                continue;
            }

            foreach (var method in (HttpMethod[])[HttpMethod.Head, HttpMethod.Options, HttpMethod.Get, HttpMethod.Get])
            {
                using var request = new HttpRequestMessage(method, address);
                request.Headers.TryAddWithoutValidation("Sec-Purpose", "prefetch;prerender");
                request.Headers.TryAddWithoutValidation("User-Agent", "SkypeUriPreview Preview/0.5");
                using var answer = await client.SendAsync(request);
                Assert.InRange((int)answer.StatusCode, 200, 499);
                foreach (var next in Addresses(await answer.Content.ReadAsStringAsync()))
                {
                    waiting.Enqueue(next);
                }
            }
        }

        return seen;
    }

    private static IEnumerable<string> Addresses(string text) =>
        Link().Matches(text).Select(found => System.Net.WebUtility.HtmlDecode(found.Groups[1].Success ? found.Groups[1].Value : found.Value));

    [GeneratedRegex("(?:href|src|action)=\"([^\"]*)\"|https?://[^\\s\"\\\\<>)]+")]
    private static partial Regex Link();
}
