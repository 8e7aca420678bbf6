using System.Text.RegularExpressions;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Canary;

/// <summary>What others have a part in: managers, the help desk, devices, the directory.</summary>
public partial class CanaryTest
{
    private const string EveryWay = "methodsAllowed: [email, sms, authenticator, passkey, recoveryCodes, passcode, managerApproval, securityQuestions, colleagueVouching]";

    private async Task AskOthersAsync()
    {
        await Host.EveryoneFollowsAsync(EveryWay, "coolingPeriod: 1h");
        await ApproveAsync(Person.Generated(120), Host.Chat(Person.Generated(12)));
        await VouchAsync(Person.Generated(140), Host.Chat(Person.Generated(150)), Host.Chat(Person.Generated(151)));
        await UsePasscodeAsync(Host.Somebody());
        await UsePasskeyAsync(Host.Somebody());
        await RegisterByDirectoryAsync(Person.Adele);
    }

    // Three digits are in everything: where the person's number may stand is looked at by itself.
    private async Task ApproveAsync(Person person, ChatDriver manager)
    {
        await manager.Says("hello").Sees("");
        var chat = Host.Chat(person);
        await chat.Says("reset").Sees("step 1 of 2").Says("manager").Sees("Tell your manager this number");
        var number = Number().Match(chat.Seen.Text).Groups["number"].Value;
        await StandsNowhereElseAsync(number, person, manager);
        await manager.Says(number).Sees("can go on");
        await chat.Sees("You were approved").Says("email").Sees("Type the code");
        await chat.Says(await CodeAsync(person.Email)).Sees("protected by a waiting time");
        await Host.PassAsync(TimeSpan.FromHours(1));
        var card = await chat.Says("choose password").Sees("Choose your new password", "Number: ");
        _secrets.Link(card.PageAddress);
        using var page = await PageDriver.OpenAsync(card);
        await page.SavesAsync(_secrets.Password("the reset that waited"));
        Assert.Equal("Your password is changed", page.Title);
        _secrets.Objection((await _around.LettersAsync(person.UserName))[^1]);
    }

    // Named, accepted, and asked a day later, when their word counts.
    private async Task VouchAsync(Person person, params ChatDriver[] colleagues)
    {
        var chat = Host.Chat(person);
        await chat.BeginsToRegisterAsync();
        await chat.Says("colleagues").Sees("Who vouches for you?");
        foreach (var colleague in colleagues)
        {
            await chat.Says(colleague.Person.UserName).Sees("I have asked " + colleague.Person.Name);
            await colleague.Says("approvals").Sees("Will you vouch").Says("accept").Sees("is told");
        }

        await chat.Says("done").Sees("Register a method").Says("done").Sees("All set");
        Host.Clock.Advance(TimeSpan.FromHours(25));
        await chat.Says("reset").Sees("step 1 of 2").Says("colleagues").Sees("Tell your colleagues their numbers");
        var numbers = VouchingScene.NumbersIn(chat.Seen.Text);
        foreach (var colleague in colleagues)
        {
            await colleague.Says("approvals").Sees("Is it really");
            await StandsNowhereElseAsync(numbers[colleague.Person.Name], person, colleague);
            await colleague.Says(numbers[colleague.Person.Name]).Sees("Thank you");
        }

        await chat.Sees("You were approved").Says("cancel").Sees();
    }

    private async Task StandsNowhereElseAsync(string number, Person person, ChatDriver asked)
    {
        List<string> elsewhere = [.. await _around.LettersAsync(asked.Person.UserName), .. asked.All.Select(seen => seen.Body.ToJsonString()), .. Host.Audit(person).Select(step => step.ToString())];
        elsewhere.AddRange(Host.Log.Where(line => line.Contains("pprov", StringComparison.Ordinal)));
        Assert.DoesNotContain(elsewhere, text => Regex.IsMatch(text, $@"(?<![\w.:+/-]){number}(?![\w.:+/-])"));
    }

    private async Task UsePasscodeAsync(Person person)
    {
        var (exit, said) = await Host.AccountAsync("passcode", person.UserName, "--why", "called, passport seen");
        Assert.Equal(0, exit);
        var code = AccountVerbSteps.PasscodeIn(said);
        _secrets.Passcode(code);
        var chat = Host.Chat(person);
        await chat.Says("reset").Sees("step 1 of 2").Says("passcode").Sees("").Says(code).Sees("That is right");
        await chat.Says("cancel").Sees();
    }

    private async Task UsePasskeyAsync(Person person)
    {
        var chat = Host.Chat(person);
        using var passkey = new SoftwarePasskey();
        await chat.BeginsToRegisterAsync();
        using var made = await OpensAsync(await chat.Says("passkey").Sees("Make a passkey", "Number: "));
        await passkey.MakesOnAsync(made);
        await chat.Sees("Registered").Sees("Register a method").Says("done").Sees();
        Host.Clock.Advance(TimeSpan.FromHours(25));
        using var used = await OpensAsync(await chat.Says("reset").Sees("step 1 of 2").Says("passkey").Sees("Use your passkey", "Number: "));
        await passkey.AnswersOnAsync(used);
        await chat.Sees("That is right").Says("cancel").Sees();
    }

    private async Task<PageDriver> OpensAsync(ChatMessage card)
    {
        _secrets.Link(card.PageAddress);
        var page = await PageDriver.OpenAsync(card);
        _secrets.Challenge((string)SoftwarePasskey.OptionsOf(page)["challenge"]!);
        _secrets.Cookies("the page", page.Cookies.GetAllCookies());
        return page;
    }

    // Registered by what the directory has, replaced once more and taken away again.
    private async Task RegisterByDirectoryAsync(Person person)
    {
        var chat = Host.Chat(person);
        await chat.Says("register").Sees("First show that it is you").Says("other method").Sees("step 1 of 1").Says("email").Sees("Type the code");
        await chat.Says(await CodeAsync("adele.vance@private.example")).Sees("Register a method").Says("sms").Sees("Which mobile number?");
        await chat.Says("+46701234567").Sees("Type the code");
        await chat.Says(await CodeAsync("+46701234567")).Sees("Registered").Sees("Register a method").Says("remove").Sees("Text message").Says("1").Sees("removed");
        await chat.Says("done").Sees();
    }

    [GeneratedRegex(@"Number\s*:?\s*(?<number>\d{3})(?!\d)")]
    private static partial Regex Number();
}
