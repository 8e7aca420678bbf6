using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using MimeKit;
using ResetBot.Bot.Couriers;
using ResetBot.Bot.Couriers.Mail;
using ResetBot.Bot.Look;
using ResetBot.Dialogs.Common;
using Xunit;

namespace ResetBot.Tests.Bot.Couriers.Mail;

/// <summary>What a mail looks like: two parts that say the same, in the company's name, with nothing that is fetched or obeyed.</summary>
public sealed class MailLookTests : IDisposable
{
    private const string Nasty = "A<b>\"&'";
    private const string Text = "314159 is your code to reset the password.\n\nIt is good for 5 minutes.\nNever read it out.";
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a, 0];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("resetbot-mail-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Both_parts_say_the_same_and_the_code_stands_large()
    {
        var mail = await WriteAsync(new LookOptions(), helpDesk: "https://help.contoso.example/?a=1&b=2");
        var parts = Assert.IsType<MultipartAlternative>(mail.Body);
        Assert.Equal(["text/plain", "text/html"], parts.Select(part => part.ContentType.MimeType));
        Assert.Equal(Text + "\n\n-- \nResetBot\nThe help desk: https://help.contoso.example/?a=1&b=2", Lines(mail.TextBody));

        var page = Parse(mail.HtmlBody);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Equal("Your ResetBot code", page.QuerySelector("h1")!.TextContent);
        Assert.Equal("Your ResetBot code", page.Title);
        Assert.Equal(
            ["314159", "314159 is your code to reset the password.", "It is good for 5 minutes.Never read it out."],
            page.QuerySelectorAll("p").Select(paragraph => paragraph.TextContent));
        Assert.Equal("https://help.contoso.example/?a=1&b=2", page.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_name_is_words_in_every_place_of_a_mail()
    {
        var mail = await WriteAsync(new LookOptions { Name = Nasty }, subject: $"Your {Nasty} code");
        Assert.Equal(Nasty, Assert.Single(mail.From.Mailboxes).Name);
        Assert.Equal($"Your {Nasty} code", mail.Subject);
        Assert.EndsWith("-- \n" + Nasty, Lines(mail.TextBody), StringComparison.Ordinal);

        var page = Parse(mail.HtmlBody);
        Assert.Empty(page.QuerySelectorAll("b"));
        Assert.Equal(Nasty, page.QuerySelector("td")!.TextContent);
        Assert.Equal($"Your {Nasty} code", page.QuerySelector("h1")!.TextContent);
    }

    [Theory]
    [InlineData("Hello\r\nBcc: everybody@contoso.example")]
    [InlineData("Hello\r\n\r\nAnother body")]
    public async Task No_subject_begins_another_header(string subject)
    {
        var mail = await WriteAsync(new LookOptions(), subject: subject);
        Assert.Empty(mail.Bcc);
        Assert.Null(mail.Headers["Bcc"]);
        Assert.StartsWith(Text, Lines(mail.TextBody), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_are_called_is_never_obeyed_and_never_turns_the_text()
    {
        var page = Parse((await WriteAsync(new LookOptions(), text: "Hello <img src=https://elsewhere.example> \u202Emoc,\n\n<script>1</script>")).HtmlBody);
        Assert.Empty(page.QuerySelectorAll("img, script"));
        Assert.Equal("Hello <img src=https://elsewhere.example> moc,", page.QuerySelectorAll("p")[1].TextContent);
    }

    [Fact]
    public async Task A_mail_follows_the_readers_light_or_dark_and_fetches_nothing()
    {
        var page = Parse((await WriteAsync(new LookOptions { AccentColour = "#005eb8" }, helpDesk: "help@contoso.example")).HtmlBody);
        Assert.Equal("light dark", page.QuerySelector("meta[name=color-scheme]")!.GetAttribute("content"));
        Assert.Empty(page.QuerySelectorAll("style, link, img, script, [background]"));
        Assert.Contains("background:#005eb8;color:#ffffff", page.QuerySelector("td")!.GetAttribute("style"), StringComparison.Ordinal);
        Assert.DoesNotContain(page.QuerySelectorAll("body, table, h1, p, a"), element => (element.GetAttribute("style") ?? "").Contains("color:", StringComparison.Ordinal));
        Assert.Equal("mailto:help@contoso.example", page.QuerySelector("a")!.GetAttribute("href"));
        Assert.All(page.QuerySelectorAll("table"), table => Assert.Equal("presentation", table.GetAttribute("role")));
    }

    [Fact]
    public async Task A_logo_travels_with_the_mail()
    {
        var mail = await WriteAsync(new LookOptions { Logo = File("logo.png", Png) });
        var related = Assert.IsType<MultipartRelated>(Assert.IsType<MultipartAlternative>(mail.Body)[1]);
        var picture = Assert.IsType<MimePart>(related[1]);
        Assert.Equal("image/png", picture.ContentType.MimeType);
        Assert.False(picture.IsAttachment);
        Assert.Equal("cid:" + picture.ContentId, Parse(mail.HtmlBody).QuerySelector("img")!.GetAttribute("src"));
        using var content = new MemoryStream();
        await picture.Content!.DecodeToAsync(content, TestContext.Current.CancellationToken);
        Assert.Equal(Png, content.ToArray());
    }

    [Theory]
    [InlineData("<svg xmlns=\"http://www.w3.org/2000/svg\"/>", 0)]
    [InlineData("\u0089PNG\r\n\u001a\n", 33 * 1024)]
    public async Task A_logo_that_mail_programs_do_not_show_or_that_is_large_stays_on_the_pages(string begin, int more)
    {
        var mail = await WriteAsync(new LookOptions { Logo = File("logo", [.. System.Text.Encoding.Latin1.GetBytes(begin), .. new byte[more]]) });
        Assert.IsType<TextPart>(Assert.IsType<MultipartAlternative>(mail.Body)[1]);
        Assert.Empty(Parse(mail.HtmlBody).QuerySelectorAll("img"));
    }

    // As it arrives: written to the wire, and read from it.
    private static async Task<MimeMessage> WriteAsync(LookOptions options, string subject = "Your ResetBot code", string text = Text, string? helpDesk = null)
    {
        var look = new HouseLook(options, new DialogOptions { Link = helpDesk });
        var message = new CourierMessage("m-1", "email", "alex@home.example", subject, text, "en", "314159");
        using var written = MailWriter.Write(
            message, new MailboxAddress(look.Name, "noreply@contoso.example"), new MailboxAddress("", message.To), look, DateTimeOffset.UnixEpoch);
        var wire = new MemoryStream();
        await written.WriteToAsync(wire);
        wire.Position = 0;
        return await MimeMessage.LoadAsync(wire);
    }

    private string File(string name, byte[] content)
    {
        var path = Path.Combine(_folder.FullName, name);
        System.IO.File.WriteAllBytes(path, content);
        return path;
    }

    private static string? Lines(string? text) => text?.ReplaceLineEndings("\n").TrimEnd('\n');

    private static IDocument Parse(string? html) => new HtmlParser().ParseDocument(html!);
}
