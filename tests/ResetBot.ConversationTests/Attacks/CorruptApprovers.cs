using Microsoft.Extensions.DependencyInjection;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Approvals;
using ResetBot.Recovery.Work;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>Whoever is asked about somebody else must not be the thief, nor somebody whose account the thief may be in.</summary>
public sealed class CorruptApprovers : ApprovalScene
{
    [Fact]
    public async Task A_manager_who_was_recovered_lately_is_not_asked()
    {
        await RecoversAsync(Host, Person.Generated(1));
        var chat = Host.Chat(Person.Generated(12));
        await chat.Says("reset").Sees("step 1 of 2").Says("manager").Sees("cannot approve this now").Sees("step 1 of 2", "E-mail");
        Assert.Equal("RecoveredLately", Host.Audit(chat.Person).Single(step => step.Event == "ApprovalRefused").Detail("reason"));
        Host.Clock.Advance(TimeSpan.FromDays(7));
        await Host.Chat(Person.Generated(12)).Says("reset").Sees("step 1 of 2").Says("manager").Sees("Tell your manager this number");
    }

    [Fact]
    public async Task A_manager_who_is_recovered_after_being_asked_cannot_answer()
    {
        var chat = Host.Chat(Person.Generated(12));
        var number = await AsksAsync(chat);
        await RecoversAsync(Host, Person.Generated(1));
        await Host.Chat(Person.Generated(1)).Says("approvals").Sees("Is it really").Says(number).Sees("You cannot approve this");
        await chat.Sees("You were not approved");
        Assert.Equal(0, Host.Count(chat.Person, "GatePassed"));
    }

    [Fact]
    public async Task A_manager_whose_own_recovery_is_stopped_is_not_asked()
    {
        await Host.Chat(Person.Generated(1)).Says("not me").Sees("Stop recovery").Says("1").Sees("stopped");
        await Host.Chat(Person.Generated(12)).Says("reset").Sees("step 1 of 2").Says("manager").Sees("cannot approve this now");
    }

    [Fact]
    public async Task Somebody_else_than_the_manager_has_nothing_to_approve()
    {
        var chat = Host.Chat(Person.Generated(12));
        await chat.Says("reset").Sees("step 1 of 2").Says("manager").Sees("Tell your manager this number");
        await Host.Chat(Person.Generated(3)).Says("approvals").Sees("Nothing waits for your approval");
        await Host.Chat(Person.Generated(12)).Says("approvals").Sees("Nothing waits for your approval");
    }

    [Fact]
    public async Task An_administrator_is_never_proved_by_the_word_of_somebody_else()
    {
        var chat = Host.Chat(Person.Henrietta);
        await chat.BeginsToRegisterAsync();
        await chat.AddsEmailAsync(Host.Outbox, "henrietta@private.example");
        await chat.AddsMobileAsync(Host.Outbox, "+46701740655");
        await chat.Says("done").Sees();
        await chat.Says("reset").Sees("step 1 of 2").SeesNo("manager");
        await chat.Says("manager").SeesNo("Tell your manager");
    }

    [Fact]
    public async Task Whoever_holds_the_managers_session_and_the_persons_too_is_one_session()
    {
        var person = Person.Generated(12);
        var chat = Host.Chat(person);
        var number = await AsksAsync(chat);

        // The same channel user, whom the directory knows as the manager meanwhile.
        var desk = Host.Services.GetRequiredService<ApprovalDesk>();
        var units = Host.Services.GetRequiredService<IUnitsOfWork>();
        var manager = (await Host.Services.GetRequiredService<IDirectory>().GetAsync(new AccountId("demo", Person.Generated(1).ObjectId), default))!;
        var answer = await units.RunAsync(
            async work =>
            {
                var waiting = await ApprovalDesk.WaitingAsync(work, manager.Id, default);
                return await desk.DecideAsync(work, manager, ("msteams/29:" + person.ObjectId, "msteams/other"), waiting!.Id, number, default);
            },
            default);
        Assert.Equal(ApprovalConflict.SameSession, Assert.IsType<ApprovalAnswer.Refused>(answer).Why);
    }
}
