using System.Text.RegularExpressions;
using ResetBot.Bot.Look;
using ResetBot.Tests.Architecture;
using Xunit;

namespace ResetBot.Tests.Bot.Look;

public sealed class LookOptionsTests
{
    [Fact]
    public void The_defaults_are_as_documented_and_can_be_read_by_everybody()
    {
        var options = new LookOptions();
        Assert.Equal("ResetBot", options.Name);
        Assert.Equal("", options.Logo);
        Assert.Equal("#3451c6", options.AccentColour);
        Assert.Equal("#7c93ff", options.AccentColourDark);
        Assert.Empty(LookOptionsValidator.Faults(options));
    }

    [Fact]
    public void Every_fault_is_listed_with_the_value_found() => Assert.Equal(
        [
            "Look:Name is 1 to 40 characters; found '   ' of 0.",
            "Look:Logo is a PNG, SVG, JPEG or WebP file of at most 256 KiB; found 'nowhere.png': there is no such file.",
            "Look:AccentColour is a colour as #rrggbb; found 'blue\\u000a'.",
            "Look:AccentColourDark has a contrast of at least 4.5:1 with every ground and text of the dark page (WCAG 2.2 §1.4.3); found '#3451c6' with 2.58:1 on #161b22.",
        ],
        LookOptionsValidator.Faults(new LookOptions { Name = "   ", Logo = "nowhere.png", AccentColour = "blue\n", AccentColourDark = "#3451c6" }));

    [Theory]
    [InlineData("Contoso\r\nBcc: everybody@contoso.example")]
    [InlineData("Contoso\u0000")]
    [InlineData("Contoso \u202Eksed pleh")]
    [InlineData("Con\u200Btoso")]
    [InlineData("Contoso\u2028")]
    [InlineData("Contoso\uD83D")]
    public void A_name_that_holds_what_nobody_sees_is_refused_and_the_fault_is_one_line(string name)
    {
        var fault = Assert.Single(LookOptionsValidator.Faults(new LookOptions { Name = name }));
        Assert.StartsWith("Look:Name has no control characters and no invisible marks", fault, StringComparison.Ordinal);
        Assert.DoesNotContain(fault, letter => char.IsControl(letter) || letter is '\u202E' or '\u200B' or '\u2028');
    }

    [Theory]
    [InlineData("Å")]
    [InlineData("A<b>\"&'")]
    [InlineData("コントソ ヘルプ 🔑")]
    [InlineData("A name of exactly forty characters: yes!")]
    public void A_name_can_be_in_any_script(string name) => Assert.Empty(LookOptionsValidator.Faults(new LookOptions { Name = name }));

    [Fact]
    public void A_name_of_more_than_forty_characters_is_refused() =>
        Assert.Contains("of 41", Assert.Single(LookOptionsValidator.Faults(new LookOptions { Name = new string('x', 41) })), StringComparison.Ordinal);

    // #767676 is read on white, but not on the ground around the card.
    [Theory]
    [InlineData("#767676", "4.16:1 on #f3f5f9")]
    [InlineData("#ffcc00", "1.38:1 on #f3f5f9")]
    [InlineData("#ffffff", "1.00:1 on #ffffff")]
    public void A_colour_that_some_cannot_read_is_refused_with_the_contrast_found(string colour, string found) =>
        Assert.EndsWith($"found '{colour}' with {found}.", Assert.Single(LookOptionsValidator.Faults(new LookOptions { AccentColour = colour })), StringComparison.Ordinal);

    [Theory]
    [InlineData("#005eb8", "#ffcc00")]
    [InlineData("#b00020", "#FFB4AB")]
    [InlineData("#000000", "#ffffff")]
    public void Colours_that_everybody_can_read_are_taken(string light, string dark) =>
        Assert.Empty(LookOptionsValidator.Faults(new LookOptions { AccentColour = light, AccentColourDark = dark }));

    [Fact]
    public void What_colours_are_checked_against_is_what_the_page_has()
    {
        var schemes = SourceTree.Read("Bot/Pages/Assets/page.css").Split("@media (prefers-color-scheme: dark)", 2);
        Assert.Equal(PagePalette.Light, Palette(schemes[0]));
        Assert.Equal(PagePalette.Dark, Palette(schemes[1]));
        Assert.Contains("--accent: " + new LookOptions().AccentColour, schemes[0], StringComparison.Ordinal);
        Assert.Contains("--accent: " + new LookOptions().AccentColourDark, schemes[1], StringComparison.Ordinal);
    }

    private static PagePalette Palette(string css) => new(Of(css, "card"), Of(css, "paper"), Of(css, "accent-ink"));

    private static Colour Of(string css, string name)
    {
        Assert.True(Colour.TryRead(Regex.Match(css, $"--{name}: (#[0-9a-f]{{6}})").Groups[1].Value, out var colour));
        return colour;
    }
}
