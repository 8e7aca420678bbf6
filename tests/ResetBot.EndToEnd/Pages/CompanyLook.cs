using Microsoft.Playwright;
using MimeKit;
using ResetBot.Bot.Couriers;
using ResetBot.Bot.Couriers.Mail;
using ResetBot.Bot.Look;
using ResetBot.Dialogs.Common;
using ResetBot.EndToEnd.Running;
using ResetBot.EndToEnd.Screenshots;
using ResetBot.Testing;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.EndToEnd.Pages;

/// <summary>Pages and mails in the look of a company, and mails in ours, in light, in dark and on a phone.</summary>
public sealed class CompanyLook(Chromium chromium)
{
    private static readonly string Logo = Path.Combine(Lab.Repository, "manifests", "teams", "color.png");

    [Fact]
    public async Task Pages_in_a_companys_colours_can_be_read_and_used_by_everybody()
    {
        await using var context = await chromium.NewContextAsync();
        await using var bot = await ChatProcess.StartAsync(
            "Look:Name=Contoso IT Service Desk", "Look:Logo=" + Logo, "Look:AccentColour=#8a0f3c", "Look:AccentColourDark=#ffb4c8", "HelpDesk:Link=help@contoso.example");
        var page = await context.NewPageAsync();
        List<string> refused = [];
        page.Console += (_, line) => refused.Add(line.Text);
        await page.GotoAsync(bot.Address.ToString());
        await Gallery.PageAsync(page, "40-look-web", Axe.FindsNothingAsync);
        Assert.Equal("rgb(138, 15, 60)", await ColourAsync(page, ColorScheme.Light));
        Assert.Equal("rgb(255, 180, 200)", await ColourAsync(page, ColorScheme.Dark));
        Assert.True(await page.EvaluateAsync<bool>("document.querySelector('header img').naturalWidth > 0"));
        Assert.Empty(refused);

        await page.GotoAsync(new Uri(bot.Address, "/nothing").ToString());
        await Gallery.PageAsync(page, "41-look-missing", Axe.FindsNothingAsync);
    }

    [Theory]
    [InlineData("50-mail", "ResetBot", "", "#3451c6", null)]
    [InlineData("51-mail-look", "Contoso IT Service Desk", "logo", "#8a0f3c", "help@contoso.example")]
    public async Task A_mail_can_be_read_by_everybody(string name, string product, string logo, string colour, string? helpDesk)
    {
        await using var context = await chromium.NewContextAsync();
        var look = new HouseLook(
            new LookOptions { Name = product, Logo = logo.Length > 0 ? Logo : "", AccentColour = colour }, new DialogOptions { Link = helpDesk });
        var words = Cards.Words.WordBook.For("en");
        var text = words.Say("mail.code.body", "314159", words.Say("purpose.reset"), "a***@contoso.example", words.Say("place.msteams"), 5);
        var message = new CourierMessage("m-1", "email", "alex@home.example", words.Say("mail.code.subject", look.Name), text, "en", "314159");
        using var mail = MailWriter.Write(
            message, new MailboxAddress(look.Name, "noreply@contoso.example"), new MailboxAddress("", message.To), look, DateTimeOffset.UnixEpoch);

        var page = await context.NewPageAsync();
        await page.SetContentAsync(Shown(mail));
        // As a mail program shows it: in a page of its own, on a ground of its own.
        await page.EvaluateAsync("document.body.innerHTML = `<main>${document.body.innerHTML}</main>`; document.documentElement.style.background = 'Canvas'");
        await Gallery.PageAsync(page, name, Axe.FindsNothingAsync);
    }

    private static async Task<string> ColourAsync(IPage page, ColorScheme scheme)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        return await page.EvaluateAsync<string>("getComputedStyle(document.querySelector('button.choice')).backgroundColor");
    }

    // A mail program puts what travels with the mail where its content id is.
    private static string Shown(MimeMessage mail) => mail.BodyParts.OfType<MimePart>().Where(part => part.ContentId is not null).Aggregate(mail.HtmlBody!, (html, part) =>
    {
        using var content = new MemoryStream();
        part.Content!.DecodeTo(content);
        return html.Replace($"cid:{part.ContentId}", $"data:{part.ContentType.MimeType};base64,{Convert.ToBase64String(content.ToArray())}", StringComparison.Ordinal);
    });
}
