using System.Text.RegularExpressions;
using ResetBot.Recovery.Accounts;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>Somebody who holds a session of a person, or only a name, tries to make something of the office phone that the directory has.</summary>
public sealed partial class OfficePhones : IAsyncLifetime
{
    private EditedDirectory _directory = null!;
    private ChatHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await ChatHost.StartAsync(new ChatHostSettings
        {
            Directory = directory => _directory = new EditedDirectory(directory),
            Arguments = ["Limits:CasesPerAddressPerHour=1000"],
        });
        await _host.EveryoneFollowsAsync("methodsAllowed: [email, sms, voiceMobile, voiceOffice, authenticator]", "methodsRequiredToReset: 1");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_phone_that_rings_through_the_account_proves_nothing_to_whoever_holds_its_session()
    {
        _directory.Edit = account => account with { OfficePhoneRingsInAccount = true };
        var thief = _host.Chat(_host.Somebody());
        await thief.Says("reset").Sees("step 1 of 1", "Office phone call to +46 ***", "ring through the account").Says("office").Sees("did not understand");
        Assert.Empty(await _host.Outbox.ToAsync(thief.Person.Office));
    }

    [Fact]
    public async Task A_number_that_people_can_write_into_the_directory_themselves_proves_nothing()
    {
        _directory.Edit = account => account with { OfficePhone = new DirectoryContact("+46701740699") };
        var thief = _host.Chat(Person.Pradeep);
        await thief.Says("reset").Sees("A reset needs a method that counts, and you have 0", "lets you change that number yourself");
        await thief.Says("register").Sees("First show that it is you").Says("other method").Sees("did not understand");
        Assert.Empty(await _host.Outbox.ToAsync("+46701740699"));
    }

    [Fact]
    public async Task A_code_is_worth_nothing_once_the_directory_has_another_number()
    {
        var person = _host.Somebody();
        var chat = _host.Chat(person);
        await chat.Says("reset").Sees("step 1 of 1").Says("office").Sees("Type the code");
        var code = await _host.Outbox.CodeAsync(person.Office);
        _directory.Edit = account => account with { OfficePhone = new DirectoryContact("+46846500418", OwnerMayChange: false) };
        await chat.Says(code).Sees("run out");
        Assert.Equal(0, _host.Count(person, "GatePassed"));
    }

    [Fact]
    public async Task Whoever_answers_the_office_phone_cannot_make_further_factors_of_it_at_once()
    {
        await _host.EveryoneFollowsAsync("methodsAllowed: [email, sms, voiceOffice, authenticator]");
        var thief = _host.Chat(Person.Pradeep);
        await thief.Says("register").Sees("First show that it is you", "other method").Says("other method").Sees("Type the code", "I am calling")
            .Says(() => _host.Outbox.CodeAsync("+46846500415")).Sees("That is right").Sees("Register a method");
        await thief.Says("email").Sees("Which").Says("thief@evil.example").Sees("Type the code")
            .Says(() => _host.Outbox.CodeAsync("thief@evil.example")).Sees("Registered", "it counts from");
        await thief.Says("done").Sees().Says("reset").Sees("A reset needs 2 methods that count, and you have 1");
        Assert.Contains(await _host.Outbox.ToAsync(Person.Pradeep.UserName), mail => mail.Subject == "A way to recover your account was registered");
    }

    [Fact]
    public async Task Nothing_on_the_web_page_tells_who_has_an_office_phone()
    {
        var nobody = await ToTheEndAsync("nobody@contoso.example");
        Assert.Contains("Office phone call: if your account has it, I am calling", nobody, StringComparison.Ordinal);
        foreach (var person in (Person[])[Person.Alex, Person.Megan, Person.Isaiah, Person.Joni, Person.Diego, Person.Henrietta, Person.Grady])
        {
            Assert.Equal(nobody, await ToTheEndAsync(person.UserName));
        }
    }

    [Fact]
    public async Task Its_owner_gets_the_call_from_the_web_page_and_goes_on()
    {
        var person = _host.Somebody();
        using var web = _host.Browser();
        await web.NamesAsync(person.UserName);
        await web.TapsAsync("Office phone call");
        Assert.Contains("in the web page", (await _host.Outbox.ToAsync(person.Office))[^1].Text, StringComparison.Ordinal);
        await web.EntersAsync(await _host.Outbox.CodeAsync(person.Office));
        await web.SeesAsync("That is right");
    }

    private async Task<string> ToTheEndAsync(string name)
    {
        var seen = new System.Text.StringBuilder();
        using var web = _host.Browser();
        await web.NamesAsync(name);
        foreach (var text in (string[])["call", "111111", "office", "resend", "222222", "333333", "444444", "555555", "666666", "office", "lost my phone", "email", "444444"])
        {
            seen.AppendLine(web.Text);
            await web.SaysAsync(text);
        }

        return Number().Replace(seen.AppendLine(web.Text).ToString(), "*").Replace(name, "NAME", StringComparison.Ordinal);
    }

    [GeneratedRegex("(?<=type the number )\\d{4}")]
    private static partial Regex Number();
}
