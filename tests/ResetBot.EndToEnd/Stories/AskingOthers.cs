using ResetBot.EndToEnd.Clients;
using ResetBot.EndToEnd.Running;
using ResetBot.EndToEnd.Screenshots;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.EndToEnd.Stories;

/// <summary>In Microsoft's own client: Alex is asked about somebody, asks a manager in turn, waits, and stops it all.</summary>
public sealed class AskingOthers(Chromium chromium)
{
    [Fact]
    public async Task Alex_approves_and_is_approved_and_then_says_not_me()
    {
        await using var context = await chromium.NewContextAsync();
        await using var bot = await ChatProcess.StartAsync(
            "Demo:ExtraPeople=10", "Policy:MethodsAllowed:0=Email", "Policy:MethodsAllowed:1=ManagerApproval", "Policy:MethodsRequiredToReset=1", "Policy:CoolingPeriod=06:00:00");
        await using var playground = await PlaygroundProcess.StartAsync(bot);
        var teams = await TeamsClient.OpenAsync(context, playground.Address);
        await teams.SeesAsync("Hello, I am ResetBot");
        await teams.SaysAsync("help");
        await teams.SeesAsync("What I can do");

        await ApprovesAsync(teams, bot.Chat(Person.Generated(0)));
        await using var other = await PlaygroundProcess.StartAsync(bot, Person.Megan);
        await IsApprovedAsync(teams, await TeamsClient.OpenAsync(context, other.Address));
        await StopsAsync(teams);
    }

    private static async Task ApprovesAsync(TeamsClient teams, ChatDriver report)
    {
        await report.Says("reset").Sees("step 1 of 1").Says("manager").Sees("Tell your manager this number", "Alex Wilber");
        await Gallery.CardAsync(await teams.SeesAsync("Is it really Person 000000000000?"), "approve");
        await teams.TypesAsync("Is it really Person 000000000000?", NumberOf(report.Seen.Text), "Approve");
        await teams.SeesWordsAsync("Thank you. Person 000000000000 can go on.");
        await report.Sees("You were approved").Sees("protected by a waiting time");
    }

    // Two people, each before a client of their own.
    private static async Task IsApprovedAsync(TeamsClient teams, TeamsClient manager)
    {
        await manager.SeesAsync("Hello, I am ResetBot");
        await manager.SaysAsync("help");
        await manager.SeesAsync("What I can do");
        await teams.SaysAsync("reset");
        var card = await teams.SeesAsync("Tell your manager this number");
        await Gallery.CardAsync(card, "approval-wait");
        var number = NumberOf((await card.TextContentAsync())!);
        await manager.TypesAsync("Is it really Alex Wilber?", number, "Approve");
        await manager.SeesWordsAsync("Thank you. Alex Wilber can go on.");
        await Gallery.WindowAsync(manager.Page, "approving");
        await Gallery.CardAsync(await teams.SeesAsync("Your account is protected by a waiting time"), "cooling");
    }

    private static async Task StopsAsync(TeamsClient teams)
    {
        await teams.SaysAsync("not me");
        await Gallery.CardAsync(await teams.SeesAsync("Stop recovery of your account?"), "not-me");
        await teams.TapsAsync("Stop recovery of your account?", "Yes, stop everything");
        await Gallery.CardAsync(await teams.SeesAsync("Recovery of your account is stopped"), "stopped");
        await Gallery.WindowAsync(teams.Page, "asking-others");
    }

    private static string NumberOf(string text) => Patterns.ThreeDigits().Match(text).Value;
}
