using ResetBot.Recovery.Accounts;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>What text messages and calls may cost: so many a day to one country.</summary>
public sealed class Costs
{
    private const string Reached = "As many text messages and calls as may went to that country today. I send codes there again from 3 March, 01:00";
    private const string Security = "security@contoso.example";

    [Fact]
    public async Task When_the_cap_is_reached_the_method_is_hidden_with_the_reason_and_others_are_offered()
    {
        await using var host = await StartAsync("CostCap:Prefixes:46=1");
        await host.EveryoneFollowsAsync("methodsAllowed: [email, sms, voiceOffice]");
        await AskedByTextAsync(host.Chat(host.Somebody()));
        var chat = host.Chat(host.Somebody());
        await chat.Says("reset").Sees(
            "1. E-mail to", "2. Office phone call to +14 *** 34", "Text message to +46 *** 01: no more text messages and calls go to that country until 3 March, 01:00");
        await chat.Says("sms").Sees("did not understand").Says("office").Sees("Type the code")
            .Says(() => host.Outbox.CodeAsync("+14255551234")).Sees("That is right").Sees("Type the code", "E-mail");
        Assert.Empty(await host.Outbox.ToAsync(chat.Person.Mobile));
    }

    [Fact]
    public async Task Who_has_too_little_left_reads_why_and_where_the_help_desk_is()
    {
        await using var host = await StartAsync("CostCap:PerDay=1", "HelpDesk:Link=https://help.contoso.example/it");
        await AskedByTextAsync(host.Chat(host.Somebody()));
        await host.Chat(host.Somebody()).Says("reset").Sees(Reached).Sees("No other method of yours can be used now")
            .Sees("No other method of yours can be used now", "SSPR_0014", "https://help.contoso.example/it");
        await host.Chat(host.Somebody(), "sv-SE").Says("återställ").Sees("Så många sms och samtal som får har gått till det landet i dag");
    }

    [Fact]
    public async Task The_code_that_was_the_last_is_good()
    {
        await using var host = await StartAsync("CostCap:PerDay=1");
        var chat = host.Chat(host.Somebody());
        await AskedByTextAsync(chat);
        await chat.Says(() => host.Outbox.CodeAsync(chat.Person.Mobile)).Sees("That is right").Sees("Type the code", "E-mail");
    }

    [Fact]
    public async Task A_code_that_would_be_one_too_many_is_not_sent_again()
    {
        await using var host = await StartAsync("CostCap:PerDay=1");
        await host.EveryoneFollowsAsync("methodsRequiredToReset: 1");
        var chat = host.Chat(host.Somebody());
        await chat.Says("reset").Sees("step 1 of 1").Says("sms").Sees("Type the code").Says("resend").Sees(Reached).Sees("Type the code", "E-mail");
        Assert.Single(await host.Outbox.ToAsync(chat.Person.Mobile));
    }

    [Fact]
    public async Task A_number_of_that_country_cannot_be_registered_today_and_one_of_another_can()
    {
        await using var host = await StartAsync("CostCap:Prefixes:46=0", "CostCap:Prefixes:47=1");
        var chat = host.Chat(Person.Joni);
        await chat.BeginsToRegisterAsync();
        await chat.Says("sms").Sees("Which mobile number?").Says("+46701740633").Sees("From here no codes go to that country").Sees("Register a method");
        await chat.Says("sms").Sees("Which mobile number?").Says("+4740612345").Sees("Type the code").Says("resend").Sees(Reached).Sees("Register a method");
        await chat.AddsMobileAsync(host.Outbox, "+4520123456");
        await chat.Says("sms").Sees("Which mobile number?").Says("+4740612345").Sees(Reached).Sees("Register a method");
        Assert.Empty(await host.Outbox.ToAsync("+46701740633"));
        Assert.Single(await host.Outbox.ToAsync("+4740612345"));
    }

    [Fact]
    public async Task Text_messages_and_calls_are_counted_together()
    {
        await using var host = await StartAsync("CostCap:Prefixes:1=2");
        await host.EveryoneFollowsAsync("methodsAllowed: [email, sms, voiceOffice]");
        var chat = host.Chat(host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Says("office").Sees("Type the code").Says("resend").Sees("Type the code")
            .Says("resend").Sees(Reached).Sees("step 1 of 2", "Office phone call to +14 *** 34: no more text messages and calls");
    }

    [Fact]
    public async Task What_is_sent_at_once_is_never_more_than_the_cap()
    {
        await using var host = await StartAsync("CostCap:PerDay=5");
        await host.EveryoneFollowsAsync("methodsRequiredToReset: 1", "methodsAllowed: [email, sms, recoveryCodes]");
        List<ChatDriver> chats = [.. Enumerable.Range(0, 24).Select(_ => host.Chat(host.Somebody()))];
        foreach (var chat in chats)
        {
            await chat.Says("reset").Sees("step 1 of 1");
        }

        await Task.WhenAll(chats.Select(chat => Task.Run(async () => await chat.Says("sms").Sees())));
        Assert.Equal(5, (await host.Outbox.AllAsync()).Count(sent => sent.Via == "sms"));
    }

    [Fact]
    public async Task Administrators_hear_of_it_once_a_day_and_the_next_day_begins_anew_also_after_a_restart()
    {
        await using var host = await StartAsync("CostCap:PerDay=1");
        await host.FollowsAsync($"  - name: IT\n    groups: [IT]\n    notifyAdministratorsAt: {Security}\n  - name: Others\n    notifyAdministratorsAt: {Security}\n");
        await AskedByTextAsync(host.Chat(host.Somebody()));
        await host.Chat(host.Somebody()).Says("reset").Sees(Reached);
        await host.RestartAsync();
        await host.Chat(host.Somebody()).Says("reset").Sees(Reached);
        var told = Assert.Single(await host.Outbox.ToAsync(Security));
        Assert.Equal("No more codes by text message and call to +46 today", told.Subject);
        Assert.Contains("1 text messages and calls went to numbers with +46 today", told.Text, StringComparison.Ordinal);
        await host.PassAsync(TimeSpan.FromHours(16));
        await AskedByTextAsync(host.Chat(host.Somebody()));
        Assert.Equal(2, (await host.Outbox.ToAsync(Security)).Count);
    }

    [Fact]
    public async Task A_notice_leaves_beyond_the_cap()
    {
        await using var host = await StartAsync("CostCap:PerDay=1");
        var chat = host.Chat(host.Somebody());
        await chat.ResetsAsync(host.Outbox, Steps.GoodPassword);
        Assert.Contains(await host.Outbox.ToAsync(chat.Person.Mobile), sent => sent.Text.Contains("was reset", StringComparison.Ordinal));
    }

    private static Task<ChatHost> StartAsync(params string[] arguments) => ChatHost.StartAsync(new ChatHostSettings
    {
        Arguments = arguments,
        Directory = directory => new EditedDirectory(directory)
        {
            Edit = account => account with { OfficePhone = new DirectoryContact("+1 425 555 1234", OwnerMayChange: false) },
        },
    });

    private static async Task AskedByTextAsync(ChatDriver chat) =>
        await chat.Says("reset").Sees("step 1 of 2").Says("sms").Sees("Type the code", "Text message");
}
