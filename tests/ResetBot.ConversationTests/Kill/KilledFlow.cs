namespace ResetBot.ConversationTests.Kill;

/// <summary>Something that people do from the first word to the last.</summary>
/// <param name="Name">What it is.</param>
/// <param name="RunAsync">How one person does it.</param>
/// <param name="Once">What the trail then has of it, each as often as it is written here.</param>
/// <param name="Writes">How often a password was set.</param>
internal sealed record KilledFlow(string Name, Func<KilledPerson, Task> RunAsync, string Once, int Writes)
{
    public static readonly IReadOnlyList<KilledFlow> All =
    [
        new("reset", ResetAsync, "CaseStarted CodeSent CodeSent CodeRight CodeRight GatePassed GatePassed CoolingBegan ResetDone CaseCompleted", 1),
        new("unlock", UnlockAsync, "CaseStarted CodeSent CodeRight GatePassed UnlockDone CaseCompleted", 0),
        new("change", ChangeAsync, "CaseStarted GatePassed ChangeDone CaseCompleted", 1),
        new("another address", RegisterAddressAsync, "CaseStarted GatePassed CodeSent CodeRight MethodReplaced CaseCompleted", 0),
        new("an app", person => RegisterOnPageAsync(person, "authenticator", "Set up your authenticator app"), "CaseStarted GatePassed CodeRight MethodAdded CaseCompleted", 0),
        new("removing", RemoveAsync, "CaseStarted GatePassed MethodRemoved CaseCompleted", 0),
        new("recovery codes", person => RegisterOnPageAsync(person, "codes", "Your recovery codes"), "CaseStarted GatePassed MethodAdded CaseCompleted", 0),
        new("security questions", person => RegisterOnPageAsync(person, "questions", "Choose your security questions"), "CaseStarted GatePassed MethodAdded CaseCompleted", 0),
        new("not me", ObjectAsync, "CaseStarted CodeSent RecoveryFrozen", 0),
        new("moving", MoveAsync, "CaseStarted CodeSent CodeSent CodeRight CodeRight GatePassed GatePassed CaseMoved CoolingBegan ResetDone CaseCompleted", 1),
        new("a call", CallAsync, "CaseStarted CodeSent CodeRight GatePassed UnlockDone CaseCompleted", 0),
        new("own data", ExportAsync, "CaseStarted GatePassed DataExported CaseCompleted", 0),
        new("erasing", EraseAsync, "CaseStarted GatePassed DataErased CaseCompleted", 0),
        new("looking through", ConfirmAsync, "RegistrationConfirmed", 0),
        new("a colleague", FlowsWithOthers.NameAsync, "CaseStarted GatePassed ColleagueNamed ColleagueAccepted CaseCompleted", 0),
        new("colleagues who vouch", FlowsWithOthers.VouchAsync, "CaseStarted GatePassed ColleagueNamed ColleagueNamed ColleagueAccepted ColleagueAccepted CaseCompleted "
            + "CaseStarted ApprovalAsked ApprovalAsked ApprovalGiven ApprovalGiven GatePassed CodeSent GatePassed CoolingBegan ResetDone CaseCompleted", 1),
        new("a passkey", PasskeyAsync, "CaseStarted GatePassed MethodAdded CaseCompleted CaseStarted GatePassed UnlockDone CaseCompleted", 0),
        new("reset in Slack", FlowsInSlack.ResetAsync, "CaseStarted CodeSent CodeSent CodeRight CodeRight GatePassed GatePassed CoolingBegan ResetDone CaseCompleted", 1),
        new("linking Slack", FlowsInSlack.LinkAsync, "CaseStarted GatePassed ChatLinked CaseCompleted", 0),
        new("a passcode", FlowsWithOthers.UsePasscodeAsync, "PasscodeIssued CaseStarted CodeSent GatePassed GatePassed CoolingBegan ResetDone CaseCompleted", 1),
        new("approval", FlowsWithOthers.ApproveAsync, "CaseStarted ApprovalAsked ApprovalGiven CodeSent GatePassed GatePassed CoolingBegan ResetDone CaseCompleted", 1),
    ];

    /// <summary>Who does it, of so many: those who need a manager have one of their own.</summary>
    public static int PersonOf(int number) => All[number % All.Count].Name == "approval" ? (FlowsWithOthers.Reports + number) * FlowsWithOthers.Reports : 10_000 + number;

    internal static async Task ResetAsync(KilledPerson person)
    {
        await BeginsAsync(person, "reset", "step 1 of 2", "email");
        await person.TypesCodeAsync(person.Person.Email);
        await person.FinishesAsync();
    }

    private static async Task UnlockAsync(KilledPerson person)
    {
        await person.Service.LocksAsync(person.Person);
        await BeginsAsync(person, "unlock", "step 1 of 1", "email");
        await person.TypesCodeAsync(person.Person.Email);
        await person.Chat.SeesEver("Your account is unlocked");
    }

    private static async Task ChangeAsync(KilledPerson person)
    {
        await person.SaysAsync("change");
        await person.OnPageAsync(await person.Chat.Sees("Change your password", "Number: "));
        await person.Chat.SeesEver("Your password is changed");
    }

    private static async Task RegisterAddressAsync(KilledPerson person)
    {
        var address = $"other{person.Person.ObjectId[^6..]}@elsewhere.example";
        await person.RegistersAsync();
        await person.SaysAsync("email");
        await person.Chat.Sees("Which e-mail address?");
        await person.SaysAsync(address);
        await person.Chat.Sees("Type the code");
        await person.TypesCodeAsync(address);
        await person.Chat.SeesEver("I have told you by mail as well");
        await EndsAsync(person);
    }

    private static async Task RegisterOnPageAsync(KilledPerson person, string method, string title)
    {
        await person.RegistersAsync();
        await person.SaysAsync(method);
        await person.OnPageAsync(await person.Chat.Sees(title, "Number: "));
        await person.Chat.SeesEver("I have told you by mail as well");
        await EndsAsync(person);
    }

    // The passkey counts at once here, and opens the one gate of an unlock.
    private static async Task PasskeyAsync(KilledPerson person)
    {
        await RegisterOnPageAsync(person, "passkey", "Make a passkey");
        await person.Service.LocksAsync(person.Person);
        await person.SaysAsync("unlock");
        await person.Chat.SeesEver("step 1 of 1");
        await person.SaysAsync("passkey");
        await person.OnPageAsync(await person.Chat.Sees("Use your passkey", "Number: "));
        await person.Chat.SeesEver("Your account is unlocked");
    }

    private static async Task RemoveAsync(KilledPerson person)
    {
        await person.RegistersAsync();
        await person.SaysAsync("remove");
        await person.Chat.Sees("E-mail", "Text message");
        await person.SaysAsync("email");
        await person.Chat.Sees("is removed");
        await person.SaysAsync("done");
        await person.Chat.Sees("");
    }

    private static async Task ObjectAsync(KilledPerson person)
    {
        await BeginsAsync(person, "reset", "step 1 of 2", "email");
        var code = await person.Service.Codes.CodeAsync(person.Person.Email);
        await person.SaysAsync("not me");
        await person.Chat.Sees("Stop recovery");
        await person.SaysAsync("1");
        await person.Chat.Sees("Recovery of your account is stopped");
        await person.SaysAsync(code);
        await person.Chat.Sees("");
    }

    private static async Task MoveAsync(KilledPerson person)
    {
        using var browser = new KilledBrowser(person.Service);
        await browser.UntilAsync("Which account", web => web.TapsAsync("Reset my password"));
        await browser.UntilAsync("step 1 of 2", web => web.EntersAsync(person.Person.UserName));
        await browser.UntilAsync("Type the code", web => web.TapsAsync("E-mail"));
        var code = await person.Service.Codes.CodeAsync(person.Person.Email);
        await browser.UntilAsync("That is right", web => web.EntersAsync(code));
        await person.SaysAsync("continue");
        await person.Chat.Sees("Continue what you began");
        await person.SaysAsync(browser.MoveNumber);
        await person.FinishesAsync();
    }

    private static async Task CallAsync(KilledPerson person)
    {
        await person.Service.LocksAsync(person.Person);
        await person.SaysAsync("unlock");
        await person.Chat.Sees("step 1 of 1");
        await person.SaysAsync("office");
        await person.Chat.Sees("Type the code", "I am calling");
        await person.TypesCodeAsync(person.Person.Office);
        await person.Chat.SeesEver("Your account is unlocked");
    }

    private static async Task ExportAsync(KilledPerson person)
    {
        await person.SaysAsync("export my data");
        await person.OnPageAsync(await person.Chat.Sees("First show that it is you", "Number: "));
        await person.OnPageAsync(await person.Chat.Sees("Your data", "Number: "));
        await person.Chat.SeesEver("That is all that is kept about you");
    }

    private static async Task EraseAsync(KilledPerson person)
    {
        await person.SaysAsync("erase my data");
        await person.OnPageAsync(await person.Chat.Sees("First show that it is you", "Number: "));
        await person.Chat.SeesEver("Erase what I keep about you?");
        await person.SaysAsync("1");
        await person.Chat.SeesEver("Your data is erased");
    }

    private static async Task ConfirmAsync(KilledPerson person)
    {
        await person.SaysAsync("confirm");
        await person.Chat.Sees("Is this still right?");
        await person.SaysAsync("1");
        await person.Chat.SeesEver("I ask again when it is time");
    }

    private static async Task BeginsAsync(KilledPerson person, string command, string step, string method)
    {
        await person.SaysAsync(command);
        await person.Chat.Sees(step);
        await person.SaysAsync(method);
        await person.Chat.Sees("Type the code", "E-mail");
    }

    private static async Task EndsAsync(KilledPerson person)
    {
        await person.SaysAsync("done");
        await person.Chat.SeesEver("All set");
    }
}
