using Microsoft.Extensions.DependencyInjection;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Secrets;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Canary;

/// <summary>Every flow with marked passwords, codes and secrets, and then a look at every byte that it left anywhere.</summary>
public partial class CanaryTest(ITestOutputHelper output) : IAsyncLifetime
{
    private readonly Secrets _secrets = new();
    private Surroundings _around = null!;

    private ChatHost Host => _around.Host;

    /// <summary>Whether people chat in Slack; whoever does already has the next chat in Teams.</summary>
    protected virtual bool IsInSlack => false;

    public async ValueTask InitializeAsync() => _around = await Surroundings.StartAsync(IsInSlack);

    public async ValueTask DisposeAsync()
    {
        await _around.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task No_password_is_anywhere_and_no_code_or_secret_outside_of_its_place()
    {
        var person = Host.Somebody();
        var password = await ResetAsync(person);
        await RegisterAsync(person, password);
        await TalkAsync(person);
        await ChangeAsync(Host.Somebody());
        await UnlockAsync(Host.Somebody());
        await KeepCodesAsync(Host.Somebody());
        await AnswerQuestionsAsync(Host.Somebody());
        await RecoverOnTheWebAsync(Host.Somebody());
        await MoveAsync(Host.Somebody());
        await ChaseADecoyAsync();
        await ObjectAsync(Host.Somebody());
        await ChangeOnTheWebAsync(Host.Somebody());
        await TakeDataAsync(person, password);
        await CallAsync(Host.Somebody());
        await AskOthersAsync();
        await (IsInSlack ? LinkAsync(Host.Somebody()) : Task.CompletedTask);
        Assert.True(!_secrets.Misplaced(_around).Any(), string.Join("\n", _secrets.Misplaced(_around)));
        await Host.KeepUpAsync();
        await Host.StopAsync();
        Assert.True(!_secrets.Misplaced(_around).Any(), string.Join("\n", _secrets.Misplaced(_around)));
        Assert.True(_around.TracedRequests > 50 && Host.Log.Any(line => line.StartsWith("Trace:", StringComparison.Ordinal)), "Nobody listened.");
        output.WriteLine(_secrets.ToString());
    }

    private async Task<string> ResetAsync(Person person)
    {
        var chat = Host.Chat(person);
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        await chat.Says(_secrets.Password("the chat")).Sees();
        await chat.Says(OutboxReader.Wrong(await CodeAsync(person.Email))).Sees();
        await chat.Says(await CodeAsync(person.Email)).Sees("Type the code", "Text message");
        var card = await chat.Says(await CodeAsync(person.Mobile)).Sees("Choose your new password", "Number: ");
        _secrets.Link(card.PageAddress);
        using var page = await PageDriver.OpenAsync(card);
        var password = _secrets.Password("the first reset");
        _secrets.Offer(page.Offer);
        await page.SubmitAsync(("offer", "1"));
        _secrets.Offer(page.Offer);
        await page.SavesAsync(_secrets.WeakPassword());
        await page.SubmitAsync(("newPassword", password), ("confirmPassword", _secrets.Password("a slip of the fingers")));
        Assert.Equal("Choose a new password", page.Title);
        await page.SavesAsync(password);
        Assert.Equal("Your password is changed", page.Title);
        await chat.Sees("Your password is changed");
        _secrets.Cookies("the page", page.Cookies.GetAllCookies());
        return password;
    }

    private async Task RegisterAsync(Person person, string password)
    {
        var chat = Host.Chat(person);
        var card = await chat.Says("register").Sees("First show that it is you");
        _secrets.Link(card.PageAddress);
        using var page = await PageDriver.OpenAsync(card);
        await page.SubmitAsync(("oldPassword", _secrets.Password("a wrong guess")));
        await page.SubmitAsync(("oldPassword", password));
        var app = await chat.Sees("Register a method").Says("authenticator").Sees("Set up your authenticator app");
        _secrets.Link(app.PageAddress);
        using var scanned = await PageDriver.OpenAsync(app);
        _secrets.App(scanned.Document.QuerySelector("code")!.TextContent.Replace(" ", "", StringComparison.Ordinal));
        await scanned.SubmitAsync(("code", _secrets.Code(AuthenticatorApp.Of(scanned, Host.Clock).Code())));
        await chat.Sees("Registered").Sees("Register a method").Says("email").Sees("Which e-mail address?").Says("other@private.example").Sees("Type the code");
        await chat.Says(await CodeAsync("other@private.example")).Sees("Registered");
        await chat.Says("done").Sees();
        _secrets.Cookies("the page", page.Cookies.GetAllCookies());
    }

    private async Task UnlockAsync(Person person)
    {
        var directory = Host.Services.GetRequiredService<IDirectory>();
        var account = await directory.FindByObjectIdAsync(person.ObjectId, CancellationToken.None);
        for (var wrong = 0; wrong < 5; wrong++)
        {
            using var guess = new CurrentPassword(_secrets.Password("the sign-in"));
            await directory.CheckPasswordAsync(account!.Id, guess, CancellationToken.None);
        }

        var chat = Host.Chat(person);
        await chat.Says("unlock").Sees("step 1 of 1").Says("email").Sees("Type the code");
        await chat.Says(await CodeAsync(person.Email)).Sees("That is right").Sees("I am unlocking").Sees("Your account is unlocked");
    }

    private async Task KeepCodesAsync(Person person)
    {
        var chat = Host.Chat(person);
        using var page = await PageDriver.OpenAsync(await chat.Says("register").Sees("First show that it is you"));
        await page.SubmitAsync(("oldPassword", person.Password));
        var card = await chat.Sees("Register a method").Says("codes").Sees("Your recovery codes", "Number: ");
        _secrets.Link(card.PageAddress);
        using var shown = await PageDriver.OpenAsync(card);
        var codes = shown.RecoveryCodes;
        Assert.Equal(10, codes.Count);
        _secrets.Kept(codes);
        await shown.SubmitAsync();
        await chat.Sees("Registered").Sees("Register a method").Says("done").Sees();
        Host.Clock.Advance(TimeSpan.FromHours(25));
        await chat.Says("reset").Sees("step 1 of 2").Says("codes").Sees("recovery codes").Says(codes[0]).Sees("That is right");
        await chat.Says("cancel").Sees();
    }

    private async Task CallAsync(Person person)
    {
        await Host.EveryoneFollowsAsync("methodsAllowed: [email, voiceOffice, voiceMobile]");
        var chat = Host.Chat(person);
        await chat.Says("reset").Sees("step 1 of 2").Says("office").Sees("I am calling");
        await chat.Says(await CodeAsync(person.Office)).Sees("That is right");
        await chat.Says("cancel").Sees();
    }

    private async Task AnswerQuestionsAsync(Person person)
    {
        await Host.EveryoneFollowsAsync(QuestionsFixture.Allowed);
        var chat = Host.Chat(person);
        await chat.BeginsToRegisterAsync();
        var card = await chat.Says("questions").Sees("Choose your security questions", "Number: ");
        _secrets.Link(card.PageAddress);
        using var chosen = await PageDriver.OpenAsync(card);
        await chosen.SubmitAsync(("question1", "firstPet"), ("answer1", _secrets.Answer("what is refused")));
        Assert.Contains("marked below", chosen.Alert, StringComparison.Ordinal);
        var answers = await chosen.ChoosesQuestionsAsync(_secrets.Answer("one"));
        await chat.Sees("Registered").Sees("Register a method").Says("done").Sees();
        Host.Clock.Advance(TimeSpan.FromHours(25));
        var asks = await chat.Says("reset").Sees("step 1 of 2").Says("questions").Sees("Answer your security questions", "Number: ");
        _secrets.Link(asks.PageAddress);
        using var asked = await PageDriver.OpenAsync(asks);
        await chat.Says(_secrets.Answer("the chat")).Sees();
        await asked.SubmitAsync(asked.Answered(_ => _secrets.Answer("a wrong guess")));
        await asked.AnswersAsync(answers);
        await chat.Sees("That is right").Says("cancel").Sees();
    }

    private static Task<PageDriver> SendsAsync(PageDriver page, string old, string changed) =>
        page.SubmitAsync(("oldPassword", old), ("newPassword", changed), ("confirmPassword", changed));

    private async Task TalkAsync(Person person)
    {
        var chat = Host.Chat(person);
        await chat.Says("help").Sees().Says("status").Sees().Says("language").Sees().Says("svenska").Sees().Says("reset").Sees().Says("avbryt").Sees();
        await chat.Says("my password is " + _secrets.Password("a sentence")).Sees();
    }

    private async Task RecoverOnTheWebAsync(Person person)
    {
        using var web = Host.Browser();
        await ProveEmailOnTheWebAsync(web, person);
        await web.SaysAsync(_secrets.Password("the web page"));
        await web.EntersAsync(await CodeAsync(person.Mobile));
        await web.SeesAsync("Choose your new password");
        _secrets.Link(web.PageAddress);
        using var page = await web.OpensPageAsync();
        await page.SavesAsync(_secrets.Password("the reset on the web"));
        Assert.Equal("Your password is changed", page.Title);
        _secrets.Cookies("the browser", web.Cookies.GetAllCookies().Where(cookie => cookie.Value.Length > 8));
    }

    private async Task MoveAsync(Person person)
    {
        using var web = Host.Browser();
        await ProveEmailOnTheWebAsync(web, person);
        var chat = Host.Chat(person);
        await chat.Says("continue").Sees("Continue").Says(web.MoveNumber).Sees("Type the code", "Text message");
        var card = await chat.Says(await CodeAsync(person.Mobile)).Sees("Choose your new password", "Number: ");
        _secrets.Link(card.PageAddress);
        using var page = await PageDriver.OpenAsync(card);
        await page.SavesAsync(_secrets.Password("the reset that moved"));
        await chat.Sees("Your password is changed");
        _secrets.Cookies("the browser that lost it", web.Cookies.GetAllCookies().Where(cookie => cookie.Value.Length > 8));
    }

    // Whoever types the password where the name belongs must not find it kept either.
    private async Task ChaseADecoyAsync()
    {
        using var web = Host.Browser();
        await web.NamesAsync(_secrets.Password("the field of the name"));
        using var other = Host.Browser();
        await other.NamesAsync("nobody.like.this@contoso.example");
        await other.TapsAsync("E-mail");
        await other.EntersAsync(_secrets.Password("the field of the code"));
        await other.EntersAsync("123456");
    }

    private async Task ObjectAsync(Person person)
    {
        var chat = Host.Chat(person);
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        await chat.Says(await CodeAsync(person.Email)).Sees("Type the code", "Text message");
        using var page = await PageDriver.OpenAsync(await chat.Says(await CodeAsync(person.Mobile)).Sees("Choose your new password", "Number: "));
        await page.SavesAsync(_secrets.Password("the reset that its owner objects to"));
        await chat.Sees("Your password is changed");
        using var notice = new PageDriver(_secrets.Objection((await _around.LettersAsync(person.UserName))[^1]));
        _secrets.Objection((await _around.LettersAsync(person.Mobile))[^1]);
        await notice.LookAsync();
        await notice.SubmitAsync();
        Assert.Contains("Recovery of the account is stopped", notice.Text, StringComparison.Ordinal);
    }

    private async Task ProveEmailOnTheWebAsync(WebDriver web, Person person)
    {
        await web.NamesAsync(person.UserName);
        await web.TapsAsync("E-mail");
        await web.EntersAsync(await CodeAsync(person.Email));
        await web.SeesAsync("That is right");
    }

    private async Task<string> CodeAsync(string to) => _secrets.Code((await _around.LettersAsync(to))[^1]);
}
