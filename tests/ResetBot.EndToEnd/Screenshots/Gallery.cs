using Microsoft.Playwright;
using ResetBot.Testing;

namespace ResetBot.EndToEnd.Screenshots;

/// <summary>Keeps pictures of what people see under artifacts/screenshots.</summary>
internal static class Gallery
{
    private static readonly string Folder = Path.Combine(Lab.Repository, "artifacts", "screenshots");

    /// <summary>A picture of one card.</summary>
    public static Task CardAsync(ILocator card, string name) =>
        card.ScreenshotAsync(new() { Path = Path.Combine(Folder, "cards", name + ".png"), Animations = ScreenshotAnimations.Disabled });

    /// <summary>A picture of a whole window.</summary>
    public static Task WindowAsync(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Folder, "client", name + ".png"), Animations = ScreenshotAnimations.Disabled });
}
