using System.Text.RegularExpressions;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>Somebody on the web page names accounts to use up what text messages may cost, or to learn from it who has a phone, and where.</summary>
public sealed partial class CostsOfStrangers
{
    private const string Security = "security@contoso.example";

    [Fact]
    public async Task Nothing_tells_a_country_whose_cap_is_reached_from_another_or_from_nobody()
    {
        await using var host = await StartAsync("CostCap:Prefixes:46=2", "CostCap:Prefixes:45=1000");
        var dane = await WithDanishPhoneAsync(host);
        var before = await ToTheEndAsync(host, host.Somebody().UserName);
        Assert.Single(await host.Outbox.AllAsync(), sent => sent.Via == "sms" && sent.To.StartsWith("+4670", StringComparison.Ordinal));
        var capped = host.Somebody();
        foreach (var name in (string[])[capped.UserName, "nobody@contoso.example", dane.UserName, Person.Alex.UserName])
        {
            Assert.Equal(before, await ToTheEndAsync(host, name));
        }

        Assert.Empty(await host.Outbox.ToAsync(capped.Mobile));
        Assert.Contains(await host.Outbox.ToAsync("+4520123456"), sent => sent.Text.Contains("the web page", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nothing_tells_a_country_to_which_no_codes_go()
    {
        await using var host = await StartAsync("CostCap:Prefixes:46=0");
        var nobody = await ToTheEndAsync(host, "nobody@contoso.example");
        Assert.Contains("Text message: if your account has it registered", nobody, StringComparison.Ordinal);
        Assert.Equal(nobody, await ToTheEndAsync(host, host.Somebody().UserName));
        Assert.DoesNotContain(await host.Outbox.AllAsync(), sent => sent.Via == "sms");
    }

    [Fact]
    public async Task However_many_are_named_people_in_their_chats_get_their_codes()
    {
        await using var host = await StartAsync("CostCap:PerDay=20");
        await host.EveryoneFollowsAsync($"notifyAdministratorsAt: {Security}");
        for (var number = 0; number < 16; number++)
        {
            using var web = host.Browser(from: $"127.0.0.{10 + number}");
            await web.NamesAsync(host.Somebody().UserName);
            await web.SaysAsync("sms");
        }

        Assert.Equal(10, (await host.Outbox.AllAsync()).Count(sent => sent.Via == "sms"));
        await host.Chat(host.Somebody()).ResetsAsync(host.Outbox, Steps.GoodPassword);
        var told = Assert.Single(await host.Outbox.ToAsync(Security));
        Assert.Equal("No more codes by text message and call to +46 from the web page today", told.Subject);
    }

    [Fact]
    public async Task Names_of_nobody_use_up_nothing()
    {
        await using var host = await StartAsync("CostCap:PerDay=3");
        for (var number = 0; number < 12; number++)
        {
            using var web = host.Browser();
            await web.NamesAsync($"nobody{number}@contoso.example");
            await web.SaysAsync("sms");
        }

        var owner = host.Somebody();
        using var own = host.Browser();
        await own.NamesAsync(owner.UserName);
        await own.SaysAsync("sms");
        await own.EntersAsync(await host.Outbox.CodeAsync(owner.Mobile));
        Assert.Contains("That is right", own.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_proved_something_on_the_page_is_told_why_no_code_comes()
    {
        await using var host = await StartAsync("CostCap:PerDay=1");
        await host.Chat(host.Somebody()).Says("reset").Sees("step 1 of 2").Says("sms").Sees("Type the code");
        var owner = host.Somebody();
        using var web = host.Browser();
        await web.NamesAsync(owner.UserName);
        await web.TapsAsync("E-mail");
        await web.EntersAsync(await host.Outbox.CodeAsync(owner.Email));
        Assert.Contains("As many text messages and calls as may went to that country today", web.Text, StringComparison.Ordinal);
    }

    private static Task<ChatHost> StartAsync(params string[] arguments) => ChatHost.StartAsync(new ChatHostSettings
    {
        Arguments = [.. arguments, "Limits:CasesPerAddressPerHour=1000", "Web:FormsPerAddressPerMinute=100000"],
    });

    // Somebody whose registered mobile is in another country.
    private static async Task<Person> WithDanishPhoneAsync(ChatHost host)
    {
        var chat = host.Chat(Person.Joni);
        await chat.BeginsToRegisterAsync();
        await chat.AddsMobileAsync(host.Outbox, "+4520123456");
        await chat.AddsEmailAsync(host.Outbox, "joni@private.example");
        await chat.Says("done").Sees("All set");
        return chat.Person;
    }

    private static async Task<string> ToTheEndAsync(ChatHost host, string name)
    {
        var seen = new System.Text.StringBuilder();
        using var web = host.Browser();
        await web.NamesAsync(name);
        foreach (var text in (string[])["sms", "resend", "111111", "other method", "sms", "222222", "lost my phone", "cancel"])
        {
            seen.AppendLine(web.Text);
            await web.SaysAsync(text);
        }

        return Number().Replace(seen.AppendLine(web.Text).ToString(), "*").Replace(name, "NAME", StringComparison.Ordinal);
    }

    [GeneratedRegex("(?<=type the number )\\d{4}")]
    private static partial Regex Number();
}
