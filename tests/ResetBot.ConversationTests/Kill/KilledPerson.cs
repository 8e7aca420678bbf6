using ResetBot.Testing.Conversations;

namespace ResetBot.ConversationTests.Kill;

/// <summary>One person who does something in the chat and on its pages, whatever happens to the service meanwhile.</summary>
internal sealed class KilledPerson(KilledService service, int number, ChatDriver chat) : IDisposable
{
    private static readonly string[] Done =
        ["Your password is changed", "Thank you", "Your app is set up", "Your codes are kept", "Your questions are saved", "Your passkey is ready", "You have your data"];

    private readonly SoftwarePasskey _passkey = new();

    public KilledService Service => service;

    public ChatDriver Chat => chat;

    public Person Person => Chat.Person;

    /// <summary>Another person's chat.</summary>
    public KilledPerson Other(int other) => new(service, other, service.Chat(other));

    /// <summary>The same person in Slack.</summary>
    public KilledPerson InSlack() => new(service, number, service.SlackChat(number));

    public Task SaysAsync(string text) => service.SayAsync(Chat, text);

    /// <summary>Types the code that was sent to an address or number.</summary>
    public async Task TypesCodeAsync(string destination) => await SaysAsync(await service.Codes.CodeAsync(destination));

    /// <summary>Begins to register, and shows the present password.</summary>
    public async Task RegistersAsync()
    {
        await SaysAsync("register");
        await OnPageAsync(await Chat.Sees("First show that it is you", "Number: "));
        await Chat.SeesEver("Register a method");
    }

    /// <summary>Opens the second gate by a text message, and chooses the new password.</summary>
    public async Task FinishesAsync()
    {
        await Chat.Sees("step 2 of 2");
        await SaysAsync("sms");
        await Chat.Sees("Type the code", "Text message");
        await TypesCodeAsync(Person.Mobile);
        await ChoosesPasswordAsync();
    }

    /// <summary>Waits until a proved reset may go on, and chooses the new password.</summary>
    public async Task ChoosesPasswordAsync()
    {
        await OnPageAsync(await CardAsync());
        await Chat.SeesEver("Your password is changed");
    }

    /// <summary>Does what the page of a card asks for, until it is done.</summary>
    public async Task OnPageAsync(ChatMessage card)
    {
        while (await TryPageAsync(card) is { } newer)
        {
            card = newer;
        }
    }

    public void Dispose() => _passkey.Dispose();

    // The card is there when the waiting time is over, of which the person hears by itself.
    private async Task<ChatMessage> CardAsync()
    {
        const string Page = "choose a new password there";
        var seen = await Chat.SeesAnyAsync(Page, "Now you can choose your new password");
        if (seen.Text.Contains(Page, StringComparison.Ordinal))
        {
            return seen;
        }

        await SaysAsync("choose password");
        return await Chat.SeesAnyAsync(Page);
    }

    // The card with a new link, when the answer that bound the link to this browser was lost; null when the page is done.
    private async Task<ChatMessage?> TryPageAsync(ChatMessage card)
    {
        using var page = new PageDriver(card.PageAddress);
        while (true)
        {
            if (!await service.BrowseAsync(page, page.LookAsync))
            {
                continue;
            }

            if (Done.Contains(page.Title))
            {
                return null;
            }

            if (page.Title is "Already open in another browser" or "This link no longer works")
            {
                await SaysAsync("new link");
                return await Chat.SeesOtherPageAsync(card.PageAddress);
            }

            await service.BrowseAsync(page, () => FillAsync(page, card));
        }
    }

    private Task FillAsync(PageDriver page, ChatMessage card) => page.Title switch
    {
        "Type the number from the chat" => page.SubmitAsync(("number", card.PageNumber)),
        "Choose a new password" => page.SavesAsync(Steps.GoodPassword),
        "Change your password" => page.SubmitAsync(("oldPassword", Person.Password), ("newPassword", Steps.GoodPassword), ("confirmPassword", Steps.GoodPassword)),
        "Your current password" => page.SubmitAsync(("oldPassword", Person.Password)),
        "Set up your authenticator app" => page.SubmitAsync(("code", AuthenticatorApp.Of(page, TimeProvider.System).Code())),
        "Your recovery codes" or "Your data" => page.SubmitAsync(),
        "Choose your security questions" => page.ChoosesQuestionsAsync("Blue heron"),
        "Make a passkey" => _passkey.MakesOnAsync(page),
        "Use your passkey" => _passkey.AnswersOnAsync(page),
        "One moment" => Task.CompletedTask,
        _ => throw new StoryException($"{Person.Name} sees a page '{page.Title}': {page.Text}"),
    };
}
