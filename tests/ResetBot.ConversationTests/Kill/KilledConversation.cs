using ResetBot.Testing.Conversations;

namespace ResetBot.ConversationTests.Kill;

/// <summary>One person who resets a password, whatever happens to the service meanwhile.</summary>
internal sealed class KilledConversation(KilledService service, int number)
{
    private readonly ChatDriver _chat = service.Chat(number);

    public Person Person => _chat.Person;

    public async Task ResetAsync()
    {
        await service.SayAsync(_chat, "reset");
        await _chat.Sees("step 1 of 2");
        await service.SayAsync(_chat, "email");
        await _chat.Sees("Type the code", "E-mail");
        await service.SayAsync(_chat, await service.Codes.CodeAsync(Person.Email));
        await _chat.Sees("Type the code", "Text message");
        await service.SayAsync(_chat, await service.Codes.CodeAsync(Person.Mobile));
        var card = await _chat.Sees("Choose your new password", "Number: ");
        while (await TryPageAsync(card) is { } newer)
        {
            card = newer;
        }

        await _chat.SeesEver("Your password is changed");
    }

    // The card with a new link, when the answer that bound the link to this browser was lost; null when the password is changed.
    private async Task<ChatMessage?> TryPageAsync(ChatMessage card)
    {
        using var page = new PageDriver(card.PageAddress);
        while (true)
        {
            if (!await service.BrowseAsync(page, page.LookAsync))
            {
                continue;
            }

            switch (page.Title)
            {
                case "Type the number from the chat":
                    await service.BrowseAsync(page, () => page.SubmitAsync(("number", card.PageNumber)));
                    break;
                case "Choose a new password":
                    await service.BrowseAsync(page, () => page.SavesAsync(Steps.GoodPassword));
                    break;
                case "Your password is changed":
                    return null;
                case "One moment":
                    break;
                case "Already open in another browser" or "This link no longer works":
                    await service.SayAsync(_chat, "new link");
                    return await _chat.SeesOtherPageAsync(card.PageAddress);
                default:
                    throw new StoryException($"{Person.Name} sees a page '{page.Title}': {page.Text}");
            }
        }
    }
}
