using Microsoft.Playwright;
using ResetBot.EndToEnd.Running;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.EndToEnd.Web;

/// <summary>People tap twice, and pages follow the conversation while a form is on its way.</summary>
public sealed class ImpatientBrowsers(Chromium chromium)
{
    [Theory]
    [InlineData(0, false)]
    [InlineData(200, false)]
    [InlineData(0, true)]
    [InlineData(200, true)]
    public async Task A_button_that_is_clicked_twice_loses_nothing(int apart, bool script)
    {
        await using var context = await chromium.NewContextAsync(new() { JavaScriptEnabled = script });
        await using var bot = await ChatProcess.StartAsync();
        var page = await BeginAsync(context, bot);
        var box = (await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).BoundingBoxAsync())!;
        var (x, y) = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        await page.Mouse.ClickAsync(x, y);
        await page.Mouse.ClickAsync(x, y, new() { Delay = apart });
        await page.GetByRole(AriaRole.Button, new() { Name = "E-mail" }).WaitForAsync();
        Assert.Equal(0, await page.GetByText("That conversation is closed").CountAsync());
    }

    [Fact]
    public async Task No_page_says_in_between_that_the_conversation_is_closed()
    {
        await using var context = await chromium.NewContextAsync();
        await context.AddInitScriptAsync("""
            new MutationObserver(() => {
              if (document.body && document.body.innerText.includes("That conversation is closed")) sessionStorage.setItem("closed", "seen");
            }).observe(document, { childList: true, subtree: true });
            """);
        await using var bot = await ChatProcess.StartAsync();
        var page = await BeginAsync(context, bot);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "E-mail" }).WaitForAsync();
        Assert.Null(await page.EvaluateAsync<string?>("sessionStorage.getItem('closed')"));
    }

    [Fact]
    public async Task What_is_new_is_added_to_the_list_that_a_screen_reader_follows()
    {
        await using var context = await chromium.NewContextAsync();
        await using var bot = await ChatProcess.StartAsync();
        var page = await BeginAsync(context, bot);
        await page.EvaluateAsync("document.getElementById('turns').dataset.mark = 'same'");
        await page.GetByLabel("Your account").FillAsync("half a na");
        var other = await context.NewPageAsync();
        await other.GotoAsync(bot.Address.ToString());
        await other.GetByLabel("Or type here").FillAsync("help");
        await other.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await page.Locator("#turns").GetByText("What I can do").First.WaitForAsync();
        Assert.Equal("same", await page.EvaluateAsync<string>("document.getElementById('turns').dataset.mark"));
        Assert.Equal("half a na", await page.GetByLabel("Your account").InputValueAsync());
    }

    private static async Task<IPage> BeginAsync(IBrowserContext context, ChatProcess bot)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync(bot.Address.ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "Reset my password" }).ClickAsync();
        await page.GetByLabel("Your account").FillAsync(Person.Generated(0).UserName);
        return page;
    }
}
