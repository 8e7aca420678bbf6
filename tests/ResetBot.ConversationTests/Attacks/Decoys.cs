using System.Text.RegularExpressions;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>Cases of names that belong to nobody behave as real ones to the end.</summary>
public sealed partial class Decoys(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task A_decoy_goes_on_like_a_real_case_to_the_end_pauses_and_all()
    {
        Assert.Equal(Without(await ToTheEndAsync(_host.Somebody().UserName)), Without(await ToTheEndAsync("nobody@contoso.example")));
    }

    [Fact]
    public async Task The_code_that_was_drawn_for_a_decoy_goes_nowhere()
    {
        await using var host = await ChatHost.StartAsync();
        using var web = host.Browser();
        await web.NamesAsync("nobody@contoso.example");
        await web.TapsAsync("E-mail");
        await web.SaysAsync("sms");
        await host.QuietAsync();
        Assert.Empty(await host.Outbox.AllAsync());
    }

    // Every way there is, until nothing is left: other methods, a lost phone, all codes wrong.
    private async Task<string> ToTheEndAsync(string name)
    {
        var seen = new System.Text.StringBuilder();
        using var web = _host.Browser();
        await web.NamesAsync(name);
        foreach (var text in (string[])["sms", "resend", "111111", "email", "222222", "authenticator", "333333", "resend", "other method", "1", "email"])
        {
            await web.SaysAsync(text);
            seen.AppendLine(web.Text);
        }

        for (var round = 0; round < 14; round++)
        {
            await web.SaysAsync(round % 5 == 4 ? "2" : "444444");
            seen.AppendLine(web.Text);
        }

        foreach (var text in (string[])["passkey", "codes", "AAAA-BBBB-CCCC-DDDD", "lost my phone"])
        {
            await web.SaysAsync(text);
            seen.AppendLine(web.Text);
        }

        await web.SaysAsync("cancel");
        await web.NamesAsync(name);
        return seen.AppendLine(web.Text).ToString();
    }

    // The numbers that every page and every link shows.
    private static string Without(string text) => Number().Replace(text, "*");

    [GeneratedRegex(@"(?<=type the number )\d{4}|(?<=Number )\d\d(?=The page asks)")]
    private static partial Regex Number();
}
