namespace ResetBot.Testing.Conversations;

/// <summary>Stretches of conversation on the chat page that many stories begin with.</summary>
public static class WebSteps
{
    /// <summary>Opens the page, begins a reset and names an account.</summary>
    public static async Task<WebDriver> NamesAsync(this WebDriver web, string name)
    {
        await web.OpensAsync();
        await web.TapsAsync("Reset my password");
        return await web.EntersAsync(name);
    }

    /// <summary>Passes the e-mail gate; the code of the text message is asked for.</summary>
    public static async Task<WebDriver> PassesEmailAsync(this WebDriver web, Person person, OutboxReader outbox)
    {
        await web.NamesAsync(person.UserName);
        await web.TapsAsync("E-mail");
        await web.EntersAsync(await outbox.CodeAsync(person.Email));
        return await web.SeesAsync("That is right");
    }

    /// <summary>Passes both gates; the newest card opens the page for the new password.</summary>
    public static async Task<WebDriver> ProvesAsync(this WebDriver web, Person person, OutboxReader outbox)
    {
        await web.PassesEmailAsync(person, outbox);
        await web.EntersAsync(await outbox.CodeAsync(person.Mobile));
        return await web.SeesAsync("Choose your new password");
    }
}
