using Microsoft.Playwright;
using ResetBot.Testing;

namespace ResetBot.EndToEnd.Screenshots;

/// <summary>Keeps pictures of what people see under artifacts/screenshots.</summary>
internal static class Gallery
{
    private static readonly string Folder = Path.Combine(Lab.Repository, "artifacts", "screenshots");
    private static readonly PageViewportSizeResult Desktop = new() { Width = 1000, Height = 760 };
    private static readonly PageViewportSizeResult Phone = new() { Width = 390, Height = 844 };

    /// <summary>How a page can be looked at.</summary>
    public static IReadOnlyList<(string Name, ColorScheme Colours, PageViewportSizeResult Size)> Looks { get; } =
    [
        ("light", ColorScheme.Light, Desktop),
        ("dark", ColorScheme.Dark, Desktop),
        ("phone", ColorScheme.Light, Phone),
    ];

    /// <summary>A picture of one card.</summary>
    public static Task CardAsync(ILocator card, string name) =>
        card.ScreenshotAsync(new() { Path = Path.Combine(Folder, "cards", name + ".png"), Animations = ScreenshotAnimations.Disabled });

    /// <summary>A picture of what a window shows.</summary>
    public static Task WindowAsync(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Folder, "client", name + ".png"), Animations = ScreenshotAnimations.Disabled });

    /// <summary>Pictures of a whole page in every look, and what is to be checked of each.</summary>
    public static async Task PageAsync(IPage page, string name, Func<IPage, string, Task> check)
    {
        foreach (var (look, colours, size) in Looks)
        {
            await page.EmulateMediaAsync(new() { ColorScheme = colours });
            await page.SetViewportSizeAsync(size.Width, size.Height);
            var path = Path.Combine(Folder, "pages", $"{name}.{look}.png");
            await page.ScreenshotAsync(new() { Path = path, FullPage = true, Animations = ScreenshotAnimations.Disabled });
            await check(page, $"{name}, {look}");
        }
    }
}
