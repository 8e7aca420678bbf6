using ResetBot.EndToEnd.Pages;
using ResetBot.EndToEnd.Running;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.EndToEnd.Stories;

/// <summary>Somebody in Slack has what is kept of them put into their chat, with script and without.</summary>
public sealed class FileInSlack(Chromium chromium)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_page_says_where_the_file_will_be_and_sends_it(bool script)
    {
        await using var context = await chromium.NewContextAsync(new() { JavaScriptEnabled = script });
        await using var bot = await ChatProcess.StartWithSlackAsync("Slack:SendsFiles=true");
        var chat = bot.SlackChat(Person.Generated(0));
        var password = await context.OpensAsync(await chat.Says("export my data").Sees("First show that it is you", "Number: "));
        await password.TypesAsync("Current password", chat.Person.Password);
        await password.PressesAsync("Check");
        var page = await context.OpensAsync(await chat.Sees("Your data", "Number: "));
        if (script)
        {
            await page.LooksAsync("42-export-or-chat", "Your data");
        }

        var shared = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        bot.Slack!.Arrived += call => _ = call is { Method: "files.completeUploadExternal", IsRight: true } && shared.TrySetResult();
        await page.PressesAsync("Put it into my chat");
        await page.SeesAsync("On its way to your chat");
        await chat.Sees("That is all that is kept about you");
        await shared.Task.WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Equal(chat.User.Direct, Assert.Single(bot.Slack.Uploads.Shared).Channel);
    }
}
