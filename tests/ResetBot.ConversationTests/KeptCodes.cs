using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>Recovery codes: shown once on the secure page, kept by the person, each good once.</summary>
public class KeptCodes(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task Ten_codes_are_shown_and_each_opens_a_gate_once()
    {
        var (chat, codes) = await RegisteredAsync();
        Assert.Equal(10, codes.Distinct().Count());
        await PassesAsync(chat, codes[3]);
        await chat.Says("cancel").Sees("Stopped");
        await AskedAsync(chat);
        await chat.Says(codes[3]).Sees("not right").Says(codes[4]).Sees("That is right");
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("{0:lower}")]
    [InlineData("{0:bare}")]
    [InlineData("{0:spaced}")]
    public async Task A_code_is_taken_as_people_write_it(string shape)
    {
        var (chat, codes) = await RegisteredAsync();
        await PassesAsync(chat, shape switch
        {
            "{0:lower}" => codes[0].ToLowerInvariant(),
            "{0:bare}" => codes[0].Replace("-", "", StringComparison.Ordinal),
            "{0:spaced}" => " " + codes[0].Replace("-", " ", StringComparison.Ordinal).Replace('0', 'O').Replace('1', 'l'),
            _ => codes[0],
        });
    }

    [Fact]
    public async Task The_last_codes_are_counted_and_without_any_the_method_is_gone()
    {
        var (chat, codes) = await RegisteredAsync();
        for (var used = 0; used < 10; used++)
        {
            await AskedAsync(chat);
            await chat.Says(codes[used]).Sees("That is right");
            if (used >= 6)
            {
                await chat.Sees($"Recovery codes left: {9 - used}.");
            }

            await chat.Says("cancel").Sees("Stopped");
            await _host.PassAsync(TimeSpan.FromHours(2));
        }

        await chat.Says("reset").Sees("Recovery code: none is left").Says("codes").Sees("did not understand");
    }

    [Fact]
    public async Task New_codes_take_the_place_of_the_old_ones()
    {
        var (chat, old) = await RegisteredAsync();
        var renewed = await RegistersAsync(chat);
        Assert.Empty(old.Intersect(renewed));
        _host.Clock.Advance(TimeSpan.FromHours(25));
        await AskedAsync(chat);
        await chat.Says(old[0]).Sees("not right").Says(renewed[0]).Sees("That is right");
    }

    [Fact]
    public async Task Codes_that_were_looked_at_and_not_kept_are_worth_nothing()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.BeginsToRegisterAsync();
        using var page = await PageDriver.OpenAsync(await chat.Says("codes").Sees("Your recovery codes", "Number: "));
        Assert.Equal(10, page.RecoveryCodes.Count);
        await chat.Says("cancel").Sees("Stopped");
        await page.SubmitAsync();
        Assert.Equal("This link no longer works", page.Title);
        await chat.Says("status").Sees("Your account");
        Assert.DoesNotContain("Recovery code", chat.Seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_code_stands_in_the_data_directory_in_clear()
    {
        var (chat, codes) = await RegisteredAsync();
        await PassesAsync(chat, codes[0]);
        var stored = _host.StoredBytes();
        Assert.All(codes, code =>
        {
            Assert.DoesNotContain(code, stored, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(code.Replace("-", "", StringComparison.Ordinal), stored, StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public async Task They_work_on_the_web_page_too()
    {
        var (chat, codes) = await RegisteredAsync();
        using var web = _host.Browser();
        await web.NamesAsync(chat.Person.UserName);
        await web.TapsAsync("Recovery code");
        await web.EntersAsync(codes[0]);
        await web.SeesAsync("That is right");
    }

    [Fact]
    public async Task Five_wrong_ones_pause_them()
    {
        var (chat, codes) = await RegisteredAsync();
        await AskedAsync(chat);
        for (var wrong = 0; wrong < 4; wrong++)
        {
            await chat.Says("AAAA-BBBB-CCCC-DDDD").Sees("not right");
        }

        await chat.Says("AAAA-BBBB-CCCC-DDDD").Sees("paused until");
        await chat.Says("cancel").Sees("Stopped").Says("reset").Sees("Recovery code is paused").Says("codes").Sees("did not understand");
        Assert.NotEmpty(codes);
    }

    private static async Task AskedAsync(ChatDriver chat) =>
        await chat.Says("reset").Sees("step 1 of 2").Says("codes").Sees("Type one of your recovery codes");

    private static async Task PassesAsync(ChatDriver chat, string code)
    {
        await AskedAsync(chat);
        await chat.Says(code).Sees("That is right");
    }

    private static async Task<IReadOnlyList<string>> RegistersAsync(ChatDriver chat)
    {
        await chat.BeginsToRegisterAsync();
        var codes = await chat.AddsCodesAsync();
        await chat.Says("done").Sees("All set");
        return codes;
    }

    private async Task<(ChatDriver Chat, IReadOnlyList<string> Codes)> RegisteredAsync()
    {
        var chat = _host.Chat(_host.Somebody());
        var codes = await RegistersAsync(chat);
        _host.Clock.Advance(TimeSpan.FromHours(25));
        return (chat, codes);
    }
}
