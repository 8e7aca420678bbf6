using Microsoft.Playwright;
using ResetBot.Testing;
using Xunit;

namespace ResetBot.EndToEnd.Pages;

/// <summary>axe-core, the rules of accessibility (WCAG 2.2 AA and good practice) that a machine can check.</summary>
internal static class Axe
{
    private const string Run = """
        async () => (await axe.run(document)).violations.map(rule => `${rule.id}: ${rule.help} at ${rule.nodes.map(node => node.target.join(' ')).join(', ')}`).join('\n')
        """;

    /// <summary>Fails with every rule that the page breaks, and where.</summary>
    public static async Task FindsNothingAsync(IPage page, string state)
    {
        await Lab.RequireAsync("axe");
        var script = Path.Combine(Lab.Folder, "axe", "node_modules", "axe-core", "axe.min.js");
        await page.EvaluateAsync(await File.ReadAllTextAsync(script));
        var violations = await page.EvaluateAsync<string>(Run);
        Assert.True(violations.Length == 0, $"{state}:\n{violations}");
    }
}
