using System.Net;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>Names of accounts with what cannot be seen, what looks like something else, and what breaks logs and headers.</summary>
public sealed class StrangeNames(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Theory]
    [InlineData("\u200B{0}\u200D")]
    [InlineData("{0}\u202E")]
    [InlineData("  {0}\u00A0")]
    [InlineData("\uFEFF{0}")]
    public async Task What_cannot_be_seen_in_a_pasted_name_does_not_matter(string shape)
    {
        var person = _host.Somebody();
        using var web = _host.Browser();
        await web.NamesAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, shape, person.UserName));
        await web.TapsAsync("E-mail");
        Assert.NotEmpty(await _host.Outbox.CodeAsync(person.Email));
    }

    [Theory]
    [InlineData('o', '\u043E')]
    [InlineData('p', '\u0440')]
    [InlineData('a', '\u0430')]
    public async Task A_name_that_only_looks_like_another_is_another(char latin, char twin)
    {
        var person = _host.Somebody();
        using var web = _host.Browser();
        var name = person.UserName.Replace(latin, twin);
        Assert.NotEqual(person.UserName, name);
        await web.NamesAsync(name);
        await web.TapsAsync("E-mail");
        await _host.QuietAsync();
        Assert.Empty(await _host.Outbox.ToAsync(person.Email));
    }

    [Fact]
    public async Task A_name_of_nothing_is_asked_for_again()
    {
        using var web = _host.Browser();
        await web.NamesAsync("\u200B\u200B");
        Assert.DoesNotContain("Prove that it is you", web.Latest, StringComparison.Ordinal);
        await web.SaysAsync("cancel");
    }

    [Theory]
    [InlineData("anna\r\nSet-Cookie: resetbot-chat=evil")]
    [InlineData("anna\nwarn: ResetBot[1] An administrator was recovered")]
    [InlineData("{UserName} %s ${jndi:ldap://x} \u001b[31mred")]
    [InlineData("' OR 1=1; DROP TABLE conversation; --")]
    [InlineData("<script>alert(1)</script>@contoso.example")]
    [InlineData("*)(cn=*")]
    [InlineData("\uD800\uDFFF\uD800")]
    public async Task Nothing_in_a_name_is_obeyed_or_written_to_the_log(string name)
    {
        using var web = _host.Browser();
        await web.NamesAsync(name);
        Assert.Equal(HttpStatusCode.OK, web.Status);
        Assert.Contains("Prove that it is you", web.Latest, StringComparison.Ordinal);
        Assert.DoesNotContain(_host.Log, line => line.Contains("recovered", StringComparison.Ordinal) || line.Contains("jndi", StringComparison.Ordinal) || line.Contains("DROP", StringComparison.Ordinal));
        Assert.DoesNotContain("evil", web.Session, StringComparison.Ordinal);
        Assert.Empty(web.Document.QuerySelectorAll("main script"));
    }

    [Fact]
    public async Task Names_that_are_too_long_get_a_clear_answer()
    {
        using var web = _host.Browser();
        await web.NamesAsync(new string('a', 400));
        Assert.Contains("cannot be the name of an account", web.Text, StringComparison.Ordinal);
        await web.EntersAsync(new string('a', 5000));
        Assert.Contains("more than I can read", web.Text, StringComparison.Ordinal);
    }
}
