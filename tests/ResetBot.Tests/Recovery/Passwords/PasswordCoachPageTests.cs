using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ResetBot.Recovery.Passwords;
using ResetBot.Testing;
using Xunit;

namespace ResetBot.Tests.Recovery.Passwords;

/// <summary>The script in a real browser, on a page as strict as the secure page.</summary>
public sealed class PasswordCoachPageTests : IDisposable
{
    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("resetbot-coach-").FullName;

    public void Dispose() => System.IO.Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Each_rule_says_in_words_and_in_its_state_whether_it_is_met()
    {
        var page = await ShowAsync("type('newPassword', 'Contoso-klar-bana'); type('confirmPassword', 'Contoso-klar-banan');");

        Assert.Equal("met", Item(page, "minimumLength").GetAttribute("data-state"));
        Assert.Equal("Met", Item(page, "minimumLength").QuerySelector(".visually-hidden")?.TextContent);
        Assert.Equal("unmet", Item(page, "personalNames").GetAttribute("data-state"));
        Assert.Equal("Not met yet", Item(page, "personalNames").QuerySelector(".visually-hidden")?.TextContent);
        Assert.Equal("unmet", Item(page, "confirmation").GetAttribute("data-state"));
        Assert.Null(Item(page, "guessable").GetAttribute("data-state"));
        var summary = page.QuerySelector("[data-password-summary]");
        Assert.Equal("polite", summary?.GetAttribute("aria-live"));
        Assert.Equal("2 of 4 rules met", summary?.TextContent);
    }

    [Fact]
    public async Task What_the_server_said_stays_until_something_is_typed()
    {
        var untouched = await ShowAsync("");
        Assert.Equal("unmet", Item(untouched, "variety").GetAttribute("data-state"));
        Assert.Equal("Not met yet", Item(untouched, "variety").QuerySelector(".visually-hidden")?.TextContent);

        var typed = await ShowAsync("type('newPassword', 'Klar bana och sju mil');");
        Assert.Equal("met", Item(typed, "variety").GetAttribute("data-state"));
    }

    [Fact]
    public async Task An_emptied_field_says_nothing()
    {
        var page = await ShowAsync("type('newPassword', 'Contoso-klar-bana'); type('newPassword', '');");

        Assert.Null(Item(page, "minimumLength").GetAttribute("data-state"));
        Assert.Equal("", page.QuerySelector("[data-password-summary]")?.TextContent);
    }

    [Fact]
    public async Task Each_password_can_be_shown_and_is_hidden_again_before_it_is_sent()
    {
        var shown = await ShowAsync("document.querySelector('.password-toggle').click();");
        Assert.Equal("text", Input(shown, "newPassword").GetAttribute("type"));
        Assert.Equal("password", Input(shown, "confirmPassword").GetAttribute("type"));
        Assert.Equal(["Hide password", "Show password"], shown.QuerySelectorAll(".password-toggle").Select(button => button.TextContent));

        var sent = await ShowAsync(
            "document.querySelector('.password-toggle').click(); document.forms[0].dispatchEvent(new Event('submit', { cancelable: true }));");
        Assert.Equal("password", Input(sent, "newPassword").GetAttribute("type"));
    }

    private static IElement Item(IParentNode page, string rule) => page.QuerySelector($"li[data-rule={rule}]")!;

    private static IElement Input(IParentNode page, string name) => page.QuerySelector($"input[name={name}]")!;

    private async Task<IParentNode> ShowAsync(string typing)
    {
        await Lab.RequireAsync("chromium");
        File.Copy(Path.Combine(Lab.Repository, "Bot", "Pages", "Assets", "password-coach.js"), Path.Combine(_folder, "password-coach.js"), true);
        await File.WriteAllTextAsync(Path.Combine(_folder, "typing.js"), $$"""
            function type(name, text) {
              const input = document.querySelector(`input[name=${name}]`);
              input.value = text;
              input.dispatchEvent(new Event('input'));
            }
            {{typing}}
            """);
        await File.WriteAllTextAsync(Path.Combine(_folder, "page.html"), Html());
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
            "--disable-component-update", "--disable-sync", $"--user-data-dir={Path.Combine(_folder, "profile")}",
            "--virtual-time-budget=3000", "--dump-dom", new Uri(Path.Combine(_folder, "page.html")).AbsoluteUri,
        ];
        var (_, output, _) = await LabCommand.RunAsync("chromium", arguments, TimeSpan.FromMinutes(1));
        return await new HtmlParser().ParseDocumentAsync(output);
    }

    private static string Html()
    {
        var context = PasswordVector.All[0].Context() with { CompanyNames = ["Contoso"] };
        var book = JsonSerializer.SerializeToNode(new PasswordJudge(new PasswordOptions()).RulesFor(context), JsonSerializerOptions.Web)!;
        book["texts"] = JsonSerializer.SerializeToNode(new
        {
            met = "Met",
            unmet = "Not met yet",
            show = "Show password",
            hide = "Hide password",
            summary = "{met} of {all} rules met",
        });
        return $"""
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Secure page</title>
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src file:">
            <script type="application/json" id="password-rules">{book.ToJsonString()}</script>
            <script src="password-coach.js" defer></script><script src="typing.js" defer></script></head><body><form>
            <input type="password" id="new" name="newPassword"><input type="password" id="again" name="confirmPassword">
            <ul><li data-rule="minimumLength">At least 15 characters</li><li data-rule="personalNames">None of your names</li>
            <li data-rule="variety" data-state="unmet">Not along the keyboard</li>
            <li data-rule="confirmation">Typed twice alike</li><li data-rule="guessable">Hard to guess</li></ul></form></body></html>
            """;
    }
}
