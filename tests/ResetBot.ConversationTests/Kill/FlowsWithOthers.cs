namespace ResetBot.ConversationTests.Kill;

/// <summary>What people do with the help of others, each in a chat of their own.</summary>
internal static class FlowsWithOthers
{
    /// <summary>Of ten people one is the manager.</summary>
    public const int Reports = 10;

    // How far from a person their colleagues are, in nobody's line of managers and in no other flow.
    private static readonly int[] Colleagues = [4000, 3000];

    /// <summary>Names a colleague, who accepts.</summary>
    public static async Task NameAsync(KilledPerson person)
    {
        await person.RegistersAsync();
        await person.SaysAsync("colleagues");
        await person.Chat.Sees("Who vouches for you?");
        await NameAsync(person, ColleagueOf(person, 0));
        await EndsNamingAsync(person);
    }

    /// <summary>Names two colleagues, who vouch in the reset that follows.</summary>
    public static async Task VouchAsync(KilledPerson person)
    {
        KilledPerson[] colleagues = [ColleagueOf(person, 0), ColleagueOf(person, 1)];
        await person.RegistersAsync();
        await person.SaysAsync("colleagues");
        await person.Chat.Sees("Who vouches for you?");
        await NameAsync(person, colleagues[0]);
        await NameAsync(person, colleagues[1]);
        await EndsNamingAsync(person);
        await person.SaysAsync("reset");
        await person.Chat.SeesEver("step 1 of 2");
        await person.SaysAsync("colleagues");
        var numbers = VouchingScene.NumbersIn((await person.Chat.Sees("Tell your colleagues their numbers")).Text);
        foreach (var colleague in colleagues)
        {
            await colleague.SaysAsync("approvals");
            await colleague.Chat.SeesEver("Is it really");
            await colleague.SaysAsync(numbers[colleague.Person.Name]);
            await colleague.Chat.SeesEver("Thank you");
        }

        await person.Chat.SeesEver("You were approved");
        await person.FinishesAsync();
    }

    /// <summary>Has the manager asked, who types the number.</summary>
    public static async Task ApproveAsync(KilledPerson person)
    {
        await person.SaysAsync("reset");
        await person.Chat.Sees("step 1 of 2");
        await person.SaysAsync("manager");
        var number = ApprovalScene.NumberIn((await person.Chat.Sees("Tell your manager this number")).Text);
        var manager = person.Other(NumberOf(person) / Reports);
        await manager.SaysAsync("approvals");
        await manager.Chat.Sees("Is it really");
        await manager.SaysAsync(number);
        await manager.Chat.Sees("can go on");
        await person.Chat.Sees("You were approved");
        await person.FinishesAsync();
    }

    /// <summary>Calls the help desk, and resets with what that gives.</summary>
    public static async Task UsePasscodeAsync(KilledPerson person)
    {
        var code = await person.Service.GivePasscodeAsync(person.Person);
        await person.SaysAsync("reset");
        await person.Chat.SeesEver("step 1 of 2");
        await person.SaysAsync("passcode");
        await person.Chat.SeesEver("Type the passcode");
        await person.SaysAsync(code);
        await person.FinishesAsync();
    }

    private static async Task NameAsync(KilledPerson person, KilledPerson colleague)
    {
        await person.SaysAsync(colleague.Person.UserName);
        await person.Chat.SeesEver("I have asked " + colleague.Person.Name);
        await colleague.SaysAsync("approvals");
        await colleague.Chat.Sees("Will you vouch");
        await colleague.SaysAsync("accept");
        await colleague.Chat.SeesEver("is told");
    }

    private static async Task EndsNamingAsync(KilledPerson person)
    {
        await person.SaysAsync("done");
        await person.Chat.SeesEver("Colleagues who vouch for you");
        await person.SaysAsync("done");
        await person.Chat.Sees("");
    }

    private static KilledPerson ColleagueOf(KilledPerson person, int which) => person.Other(NumberOf(person) - Colleagues[which]);

    private static int NumberOf(KilledPerson person) => int.Parse(person.Person.ObjectId[^12..]);
}
