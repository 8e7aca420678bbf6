using ResetBot.Testing.Conversations;
using ResetBot.Testing.Teams;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>The process is killed between any two turns, and the story goes on where it was.</summary>
public sealed class Crash
{
    [Fact]
    public async Task A_reset_goes_on_after_the_process_was_killed_between_any_two_turns()
    {
        await using var service = await ChatProcess.StartAsync();
        var person = Person.Generated(0);
        var chat = service.Chat(person);
        await chat.Says("I forgot my password");
        await service.KillAndStartAsync();
        await chat.Sees("step 1 of 2").Says("email");
        await service.KillAndStartAsync();
        await chat.Sees("Type the code").Says(() => service.Outbox.CodeAsync(person.Email));
        await service.KillAndStartAsync();
        await chat.Sees("That is right").Sees("Type the code").Says(() => service.Outbox.CodeAsync(person.Mobile));
        await service.KillAndStartAsync();
        var card = await chat.Sees("Choose your new password");
        using var page = new PageDriver(new Uri(service.Address, card.PageAddress.AbsolutePath));
        await page.LookAsync();
        await KillAsync(service, page);
        await page.SubmitAsync(("number", card.PageNumber));
        Assert.Equal("Choose a new password", page.Title);
        await KillAsync(service, page);
        await page.SavesAsync(Steps.GoodPassword);
        Assert.Equal("Your password is changed", page.Title);
        await KillAsync(service, page);
        await chat.Sees("Your password is changed");
        await page.LookAsync();
        Assert.Equal("Your password is changed", page.Title);
    }

    [Fact]
    public async Task A_registration_goes_on_after_the_process_was_killed_between_any_two_turns()
    {
        await using var service = await ChatProcess.StartAsync();
        var chat = service.Chat(Person.Alex);
        await chat.Says("register");
        await service.KillAndStartAsync();
        var card = await chat.Sees("First show that it is you");
        using var page = new PageDriver(new Uri(service.Address, card.PageAddress.AbsolutePath));
        await page.LookAsync();
        await page.SubmitAsync(("number", card.PageNumber));
        await KillAsync(service, page);
        await page.SubmitAsync(("oldPassword", Person.Alex.Password));
        await service.KillAndStartAsync();
        await chat.Sees("Register a method").Says("1");
        await service.KillAndStartAsync();
        await chat.Sees("Which e-mail address?").Says("alex@private.example");
        await service.KillAndStartAsync();
        await chat.Sees("Type the code").Says(() => service.Outbox.CodeAsync("alex@private.example"));
        await service.KillAndStartAsync();
        await chat.Sees("Registered").Sees("1 to go").Says("done").Sees("A reset needs 2 methods and you have 1");
    }

    [Fact]
    public async Task What_could_not_be_delivered_arrives_after_a_restart_in_its_order()
    {
        await using var host = await ChatHost.StartAsync();
        var chat = host.Chat(host.Somebody());
        host.Connector.Otherwise = ScriptedAnswer.Error(503, "ServiceUnavailable");
        await chat.Says("help").Says("reset").Says("status").SeesNo();
        host.Connector.Otherwise = null;
        await host.RestartAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(6));
        await chat.Sees("What I can do").Sees("step 1 of 2").Sees("Your account").Sees("step 1 of 2");
        await chat.Says("email").Sees("Type the code");
    }

    private static async Task KillAsync(ChatProcess service, PageDriver page)
    {
        await service.KillAndStartAsync();
        page.Address = new Uri(service.Address, page.Address.AbsolutePath);
    }
}
