using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>Somebody who has registered nothing yet shows who they are by a phone or an address that the directory has.</summary>
public class RegisteringWithoutPassword : HostedStories, IAsyncLifetime
{
    private const string Mobile = "+46701740605";
    private const string Mail = "alex.wilber@private.example";

    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task A_code_to_the_phone_of_the_directory_begins_a_registration()
    {
        var chat = _host.Chat(Person.Alex);
        await chat.Says("register").Sees("First show that it is you", "other method").Says("other method")
            .Sees("Show that it is you", "step 1 of 1", "1. E-mail to a***@private.example", "2. Text message to +46 *** 05")
            .Says("sms").Sees("Type the code", "Text message to +46 *** 05");
        Assert.Contains("change how the account can be recovered", (await _host.Outbox.ToAsync(Mobile)).Single().Text, StringComparison.Ordinal);
        await chat.Says(() => _host.Outbox.CodeAsync(Mobile)).Sees("That is right").Sees("Register a method", "You need 2 methods");
        await chat.Says("email").Sees("Which").Says("alex@elsewhere.example").Sees("Type the code")
            .Says(() => _host.Outbox.CodeAsync("alex@elsewhere.example")).Sees("Registered", "it counts from 3 March");
        await chat.Says("sms").Sees("Which").Says("+46701234567").Sees("Type the code")
            .Says(() => _host.Outbox.CodeAsync("+46701234567")).Sees("Registered", "it counts from 9 March");
        await chat.Says("done").Sees("All set").Says("reset").Sees("you have 0", "counts from");
        await _host.PassAsync(TimeSpan.FromDays(7));
        await chat.Says("reset").Sees("step 1 of 2", "1. E-mail to a***@elsewhere.example", "2. Text message to +46 *** 67");
    }

    [Fact]
    public async Task An_only_way_is_taken_at_once_and_another_one_can_be_named()
    {
        await _host.Chat(Person.Adele, "sv-SE").Says("registrera").Sees("Visa först att det är du", "annan metod").Says("annan metod")
            .Sees("Skriv koden", "E-post till a***@private.example")
            .Says(() => _host.Outbox.CodeAsync("adele.vance@private.example")).Sees("Det stämmer").Sees("Registrera en metod");
        await _host.Chat(Person.Alex).Says("register").Sees().Says("other method").Sees("step 1 of 1").Says("email").Sees("E-mail to a***@private.example")
            .Says("sms").Sees("Text message to +46 *** 05").Says("other method").Sees("step 1 of 1");
    }

    [Fact]
    public async Task What_proved_it_is_registered_by_a_code_of_its_own_only()
    {
        var chat = _host.Chat(Person.Alex);
        await ProvesByMailAsync(chat);
        await chat.Says("status").Sees("A reset needs 2 methods; 0 of yours count now");
        Assert.DoesNotContain("private.example", chat.Seen.Text, StringComparison.Ordinal);
        await chat.Says("register").Sees("First show that it is you").Says("other method").Sees("step 1 of 1").Says("email").Sees("Type the code")
            .Says(() => _host.Outbox.CodeAsync(Mail, used: 1)).Sees("That is right").Sees("Register a method")
            .Says("email").Sees("Which").Says(Mail).Sees("Type the code").Says(() => _host.Outbox.CodeAsync(Mail, used: 2)).Sees("Registered", "it counts from");
    }

    [Fact]
    public async Task Every_way_that_the_directory_has_hears_of_what_was_registered()
    {
        var chat = _host.Chat(Person.Alex);
        await ProvesByMailAsync(chat);
        await chat.Says("email").Sees("Which").Says("thief@evil.example").Sees("Type the code")
            .Says(() => _host.Outbox.CodeAsync("thief@evil.example")).Sees("Registered");
        foreach (var way in (string[])[Person.Alex.UserName, Mail, Mobile])
        {
            Assert.Contains("t***@evil.example", (await _host.Outbox.ToAsync(way))[^1].Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nobody_of_whom_the_directory_has_nothing_is_offered_anything()
    {
        var chat = _host.Chat(Person.Joni);
        await chat.Says("register").Sees("First show that it is you");
        Assert.DoesNotContain("other method", chat.Seen.Text, StringComparison.Ordinal);
        await chat.Says("other method").Sees("did not understand");
    }

    [Fact]
    public async Task The_password_registers_as_before_and_counts_at_once()
    {
        var chat = _host.Chat(Person.Alex);
        await chat.BeginsToRegisterAsync();
        await chat.AddsEmailAsync(_host.Outbox, "alex@elsewhere.example");
        Assert.Empty(await _host.Outbox.ToAsync(Mobile));
        await chat.Says("done").Sees().Says("reset").Sees("you have 1");
    }

    [Fact]
    public async Task The_trail_has_by_what_it_was_proved()
    {
        var chat = _host.Chat(Person.Alex);
        await ProvesByMailAsync(chat);
        Assert.Contains(_host.Audit(Person.Alex), step => step.Event == "GatePassed" && step.ToString().Contains(nameof(ResetBot.Recovery.Methods.MethodKind.DirectoryEmail), StringComparison.Ordinal));
    }

    private async Task ProvesByMailAsync(ChatDriver chat) =>
        await chat.Says("register").Sees("First show that it is you").Says("other method").Sees("step 1 of 1").Says("email").Sees("Type the code")
            .Says(() => _host.Outbox.CodeAsync(Mail)).Sees("That is right").Sees("Register a method");
}
