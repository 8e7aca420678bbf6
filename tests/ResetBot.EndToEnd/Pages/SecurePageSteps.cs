using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ResetBot.EndToEnd.Pages;

/// <summary>What a person does on a secure page.</summary>
internal static class SecurePageSteps
{
    public static async Task SeesAsync(this IPage page, string title) =>
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = title, Exact = true })).ToBeVisibleAsync();

    public static async Task SeesFaultAsync(this IPage page, string words) =>
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync(words);

    public static async Task TypesAsync(this IPage page, string label, string text) =>
        await page.GetByLabel(label, new() { Exact = true }).FillAsync(text);

    public static async Task PressesAsync(this IPage page, string button) =>
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>Waits until a password rule shows this state: met or unmet.</summary>
    public static async Task ShowsRuleAsync(this IPage page, string rule, string state) =>
        await Expect(page.Locator($"li[data-rule={rule}]")).ToHaveAttributeAsync("data-state", state);

    /// <summary>Types both fields of the page for a new password.</summary>
    public static async Task ChoosesAsync(this IPage page, string password, string? again = null)
    {
        await page.TypesAsync("New password", password);
        await page.TypesAsync("The same again", again ?? password);
    }
}
