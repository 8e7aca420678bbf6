namespace ResetBot.EndToEnd.Clients;

/// <summary>Whole stretches of a conversation.</summary>
internal static class ChatSteps
{
    /// <summary>A generated person begins a reset and proves it by mail and by phone; the link for the new password has come then.</summary>
    public static async Task ProvesByMailAndPhoneAsync(this PlainChat chat, DemoDesk demo, int person)
    {
        await chat.SaysAsync("reset", hears: "Reset your password");
        await chat.SaysAsync("email", hears: "Type the code");
        await chat.SaysAsync(await demo.CodeToAsync($"person{person}@private.example"), hears: "Type the code");
        await chat.SaysAsync(await demo.CodeToAsync($"+4670{person:D7}"), hears: "Choose your new password");
    }
}
