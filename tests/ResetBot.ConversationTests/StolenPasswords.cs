using System.Net;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>Passwords that were stolen elsewhere, and lists that cannot be asked.</summary>
public class StolenPasswords : HostedStories, IAsyncLifetime
{
    private readonly BreachedFolder _folder = new();
    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await StartAsync(
        new ChatHostSettings { Arguments = ["BreachedPasswords:Source=Folder", "BreachedPasswords:Path=" + _folder.Path] });

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Dispose();
        GC.SuppressFinalize(this);
    }

    [Theory]
    [InlineData("en-US", "Choose your new password", "not in lists of stolen passwords", "checked when you save")]
    [InlineData("sv-SE", "Välj ditt nya lösenord", "inte i listor över stulna lösenord", "kontrolleras när du sparar")]
    public async Task A_stolen_password_is_refused_by_name_of_the_rule_and_another_one_is_taken(string locale, string card, string rule, string onSave)
    {
        _folder.Cover(Steps.GoodPassword, listed: true);
        _folder.Cover(Steps.OtherGoodPassword, listed: false);
        using var page = await OpenAsync(locale, card);
        var line = page.Document.QuerySelector("li[data-rule=breached]")!;
        Assert.Contains(rule, line.TextContent, StringComparison.Ordinal);
        Assert.Contains(onSave, line.TextContent, StringComparison.Ordinal);

        await page.SavesAsync(Steps.GoodPassword);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.EndsWith(rule, page.Alert, StringComparison.Ordinal);
        Assert.Equal("unmet", page.Document.QuerySelector("li[data-rule=breached]")!.GetAttribute("data-state"));
        Assert.Equal("met", page.Document.QuerySelector("li[data-rule=minimumLength]")!.GetAttribute("data-state"));
        await page.SavesAsync(Steps.OtherGoodPassword);
        Assert.Null(page.Document.QuerySelector("input[name=newPassword]"));
    }

    [Theory]
    [InlineData("en-US", "Choose your new password", "could not be compared with the lists of stolen passwords")]
    [InlineData("sv-SE", "Välj ditt nya lösenord", "kunde inte jämföras med listorna över stulna lösenord")]
    public async Task A_list_that_cannot_be_asked_lets_nothing_through_and_the_page_stays_open(string locale, string card, string why)
    {
        using var page = await OpenAsync(locale, card);
        await page.SavesAsync(Steps.OtherGoodPassword + "?");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(why, page.Alert, StringComparison.Ordinal);
        _folder.Cover(Steps.OtherGoodPassword + "?", listed: false);

        await page.SavesAsync(Steps.OtherGoodPassword + "?");

        Assert.Null(page.Document.QuerySelector("input[name=newPassword]"));
        Assert.Contains(_host.Log, line => line.Contains("range file of breached passwords", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_the_company_goes_on_without_the_list_the_audit_trail_says_so()
    {
        await using var host = await StartAsync(new ChatHostSettings
        {
            Arguments = ["BreachedPasswords:Source=Folder", "BreachedPasswords:Path=" + _folder.Path, "BreachedPasswords:WhenUnavailable=GoOn"],
        });
        var chat = host.Chat(host.Somebody());

        await chat.ResetsAsync(host.Outbox, Steps.GoodPassword);

        var intended = Assert.Single(host.Audit(chat.Person), step => step.Event == "ResetIntended");
        Assert.Contains("not looked up", intended.Body.ToJsonString(), StringComparison.Ordinal);
    }

    private async Task<PageDriver> OpenAsync(string locale, string title)
    {
        var chat = _host.Chat(_host.Somebody(), locale);
        await chat.Says("reset").Sees().Says("1").Sees().Says(() => _host.Outbox.CodeAsync(chat.Person.Email)).Sees().Sees();
        return await PageDriver.OpenAsync(await chat.Says(() => _host.Outbox.CodeAsync(chat.Person.Mobile)).Sees(title));
    }
}
