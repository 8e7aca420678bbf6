using Microsoft.Playwright;
using ResetBot.EndToEnd.Pages;
using ResetBot.EndToEnd.Running;
using ResetBot.EndToEnd.Screenshots;
using ResetBot.Testing;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.EndToEnd.Web;

/// <summary>Tables and charts on the chat page, under its own styles and content policy: read in light, in dark, on a phone and by the keyboard.</summary>
public sealed class FiguresInChat(Chromium chromium)
{
    private const string Put = """
        cards => {
            const turns = document.querySelector("#turns");
            turns.replaceChildren(...cards.map((card) => { const turn = document.createElement("li"); turn.innerHTML = card; return turn; }));
        }
        """;

    // Wider than the window is only what can be pushed sideways by itself.
    private const string Fits = "() => document.documentElement.scrollWidth <= document.documentElement.clientWidth";

    private static readonly string Cards = Path.Combine(Lab.Repository, "tests", "ResetBot.Tests", "Cards", "Snapshots");

    [Theory]
    [InlineData("Table")]
    [InlineData("Wide")]
    [InlineData("Sentences")]
    [InlineData("Pie")]
    [InlineData("Bars")]
    [InlineData("TooMuch")]
    [InlineData("Nothing")]
    public async Task Figures_are_read_in_every_look(string name)
    {
        await using var context = await chromium.NewContextAsync();
        await using var bot = await ChatProcess.StartAsync();
        var page = await context.NewPageAsync();
        List<string> refused = [];
        page.Console += (_, message) => refused.AddRange(message.Text.Contains("Content Security Policy", StringComparison.Ordinal) ? [message.Text] : []);
        await page.GotoAsync(bot.Address.ToString());
        await page.EvaluateAsync(Put, new[] { "<p class=\"said\">report</p>", await File.ReadAllTextAsync(Path.Combine(Cards, $"Figures.{name}.html")) });
        await Gallery.PageAsync(page, $"figures-{name}", Axe.FindsNothingAsync);

        await page.SetViewportSizeAsync(360, 760);
        Assert.True(await page.EvaluateAsync<bool>(Fits), name);
        Assert.Empty(refused);
    }

    [Fact]
    public async Task What_is_wider_than_the_page_is_reached_by_the_keyboard()
    {
        await using var context = await chromium.NewContextAsync(new() { ViewportSize = new() { Width = 360, Height = 760 } });
        await using var bot = await ChatProcess.StartAsync();
        var page = await context.NewPageAsync();
        await page.GotoAsync(bot.Address.ToString());
        await page.EvaluateAsync(Put, new[] { await File.ReadAllTextAsync(Path.Combine(Cards, "Figures.Wide.html")) });
        var region = page.GetByRole(AriaRole.Region, new() { Name = "Every method and week" });
        await region.FocusAsync();
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.WaitForFunctionAsync("() => document.querySelector('.sideways').scrollLeft > 0");
    }
}
