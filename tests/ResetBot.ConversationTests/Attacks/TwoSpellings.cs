using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>An attacker spells one name in two ways: where both lead to one account, what was done under one shows under the other.</summary>
public sealed class TwoSpellings : IAsyncLifetime
{
    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ChatHost.StartAsync(new ChatHostSettings
    {
        Arguments = ["Limits:CasesPerAddressPerHour=100000", "Web:FormsPerAddressPerMinute=1000000"],
    });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Wrong_codes_under_one_spelling_show_alike_under_the_other_for_every_name(bool shortFirst)
    {
        var person = _host.Somebody();
        var real = await SpelledTwiceAsync(person.UserName, shortFirst);
        Assert.DoesNotContain("E-mail", real, StringComparison.Ordinal);
        Assert.Equal(real, await SpelledTwiceAsync("q" + person.UserName[1..], shortFirst));
    }

    [Fact]
    public async Task Sends_under_one_spelling_show_alike_under_the_other_for_every_name()
    {
        var person = _host.Somebody();
        Assert.Equal(await SentUnderBothAsync(person.UserName), await SentUnderBothAsync("q" + person.UserName[1..]));
    }

    [Fact]
    public async Task What_names_share_in_another_domain_shows_alike_for_every_name()
    {
        var person = _host.Somebody();
        var elsewhere = person.UserName.Split('@')[0] + "@elsewhere.example";
        Assert.Equal(await PausesAsync(person.UserName, elsewhere), await PausesAsync("q" + person.UserName[1..], "q" + elsewhere[1..]));
    }

    private Task<string> SpelledTwiceAsync(string name, bool shortFirst)
    {
        var brief = name.Split('@')[0];
        return shortFirst ? PausesAsync(brief, name) : PausesAsync(name, brief);
    }

    // Five wrong codes under the one name; which methods the other is offered.
    private async Task<string> PausesAsync(string first, string second)
    {
        using var web = _host.Browser();
        await web.NamesAsync(first);
        await web.TapsAsync("E-mail");
        for (var guess = 0; guess < 5; guess++)
        {
            await web.EntersAsync("000000");
        }

        using var again = _host.Browser();
        await again.NamesAsync(second);
        return string.Join(", ", again.Document.QuerySelectorAll("#turns button").Select(button => button.TextContent.Trim()));
    }

    private async Task<string> SentUnderBothAsync(string name)
    {
        List<string> seen = [];
        foreach (var spelling in (string[])[name, name.Split('@')[0], name.ToUpperInvariant()])
        {
            using var web = _host.Browser();
            await web.NamesAsync(spelling);
            await web.TapsAsync("E-mail");
            for (var sent = 0; sent < 4; sent++)
            {
                await web.SaysAsync("resend");
                seen.Add(web.Latest);
            }
        }

        return string.Join("\n", seen);
    }
}
