namespace ResetBot.Testing.Conversations;

/// <summary>Stretches of conversation that many stories begin with.</summary>
public static class Steps
{
    public const string GoodPassword = "Rainy violins under 9 copper moons";
    public const string OtherGoodPassword = "Seven lanterns over a quiet Harbour 3";

    /// <summary>Passes the e-mail gate; the code of the text message is asked for.</summary>
    public static async Task PassesEmailAsync(this ChatDriver chat, OutboxReader outbox) =>
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code", "E-mail")
            .Says(() => outbox.CodeAsync(chat.Person.Email)).Sees("That is right").Sees("Type the code", "Text message");

    /// <summary>Passes both gates; gives the card that opens the page for the new password.</summary>
    public static async Task<ChatMessage> ProvesAsync(this ChatDriver chat, OutboxReader outbox)
    {
        await chat.PassesEmailAsync(outbox);
        return await chat.Says(() => outbox.CodeAsync(chat.Person.Mobile)).Sees("Choose your new password", "Number: ");
    }

    /// <summary>Resets the password, from the first word to the last.</summary>
    public static async Task ResetsAsync(this ChatDriver chat, OutboxReader outbox, string password)
    {
        using var page = await PageDriver.OpenAsync(await chat.ProvesAsync(outbox));
        await page.SavesAsync(password);
        await chat.Sees("Your password is changed");
    }

    /// <summary>Types a new password twice and saves it.</summary>
    public static Task<PageDriver> SavesAsync(this PageDriver page, string password) =>
        page.SubmitAsync(("newPassword", password), ("confirmPassword", password));

    /// <summary>Begins to register, and shows the current password; the list of methods is asked from.</summary>
    public static async Task BeginsToRegisterAsync(this ChatDriver chat)
    {
        using var page = await PageDriver.OpenAsync(await chat.Says("register").Sees("First show that it is you"));
        await page.SubmitAsync(("oldPassword", chat.Person.Password));
        await chat.Sees("Register a method");
    }

    /// <summary>Registers an address, in the middle of registering.</summary>
    public static async Task AddsEmailAsync(this ChatDriver chat, OutboxReader outbox, string address) =>
        await chat.Says("email").Sees("Which e-mail address?").Says(address).Sees("Type the code")
            .Says(() => outbox.CodeAsync(address)).Sees("Registered").Sees("Register a method");

    /// <summary>Registers a number, in the middle of registering.</summary>
    public static async Task AddsMobileAsync(this ChatDriver chat, OutboxReader outbox, string number) =>
        await chat.Says("sms").Sees("Which mobile number?").Says(number).Sees("Type the code")
            .Says(() => outbox.CodeAsync(number)).Sees("Registered").Sees("Register a method");

    /// <summary>Registers a number for calls, in the middle of registering.</summary>
    public static async Task AddsCallsAsync(this ChatDriver chat, OutboxReader outbox, string number) =>
        await chat.Says("call").Sees("Which mobile number?", "I call it").Says(number).Sees("Type the code", "I am calling")
            .Says(() => outbox.CodeAsync(number)).Sees("Registered", "Phone call").Sees("Register a method");

    /// <summary>Registers an authenticator app by the code typed on its page, in the middle of registering; gives the app's secret.</summary>
    public static async Task<AuthenticatorApp> AddsAppAsync(this ChatDriver chat, TimeProvider clock)
    {
        using var page = await PageDriver.OpenAsync(await chat.Says("authenticator").Sees("Set up your authenticator app"));
        var app = AuthenticatorApp.Of(page, clock);
        await page.SubmitAsync(("code", app.Code()));
        await chat.Sees("Registered").Sees("Register a method");
        return app;
    }

    /// <summary>Registers a passkey on its page, in the middle of registering.</summary>
    public static async Task AddsPasskeyAsync(this ChatDriver chat, SoftwarePasskey passkey)
    {
        using var page = await PageDriver.OpenAsync(await chat.Says("passkey").Sees("Make a passkey", "Number: "));
        await passkey.MakesOnAsync(page);
        await chat.Sees("Registered", "Passkey is registered").Sees("Register a method");
    }

    /// <summary>Keeps new recovery codes, in the middle of registering; gives them.</summary>
    public static async Task<IReadOnlyList<string>> AddsCodesAsync(this ChatDriver chat)
    {
        using var page = await PageDriver.OpenAsync(await chat.Says("codes").Sees("Your recovery codes", "Number: "));
        var codes = page.RecoveryCodes;
        await page.SubmitAsync();
        await chat.Sees("Registered", "Recovery code is registered").Sees("Register a method");
        return codes;
    }
}
