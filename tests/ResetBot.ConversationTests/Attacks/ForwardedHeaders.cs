using System.Net;
using AngleSharp.Html.Parser;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>Whoever writes headers wants links to lead to them, cookies to be insecure, or to be somebody else in the network.</summary>
public sealed class ForwardedHeaders(CompanyFixture fixture) : IClassFixture<CompanyFixture>
{
    private const string Evil = "evil.example";

    private static readonly (string Name, string Value)[] Tricks =
    [
        ("Host", Evil), ("X-Forwarded-Host", Evil), ("X-Forwarded-Proto", "http"), ("X-Forwarded-Prefix", "//" + Evil), ("Forwarded", $"host={Evil};proto=http"),
        ("X-Original-Host", Evil), ("X-Original-URL", "/demo"), ("X-Rewrite-URL", "/demo"), ("X-HTTP-Method-Override", "DELETE"),
    ];

    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task The_link_in_the_chat_leads_to_the_configured_address_whatever_the_headers_say()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.PassesEmailAsync(_host.Outbox);
        var last = chat.Message(await _host.Outbox.CodeAsync(chat.Person.Mobile));
        await chat.PostAsync(last.ToJsonString(), chat.Authorization!(), Tricks);
        var card = await chat.Sees("Choose your new password");
        Assert.StartsWith("https://resetbot.example.org/s/", card.PageAddress.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(_host.Connector.Calls, call => call.Body.ToJsonString().Contains(Evil, StringComparison.Ordinal));
        Assert.DoesNotContain(await _host.Outbox.AllAsync(), mail => mail.Text.Contains(Evil, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pages_lead_nowhere_else_and_their_cookies_stay_secure()
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false, CheckCertificateRevocationList = true });
        foreach (var (method, path) in new[] { ("GET", "/"), ("POST", "/"), ("POST", "/s/" + new string('A', 43)), ("GET", "/demo"), ("GET", "//" + Evil) })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(_host.Address, "/").ToString().TrimEnd('/') + path);
            request.Content = method == "POST" ? new FormUrlEncodedContent([KeyValuePair.Create("text", "help")]) : null;
            foreach (var (name, value) in Tricks)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            using var answer = await client.SendAsync(request);
            Assert.InRange((int)answer.StatusCode, 200, 499);
            Assert.DoesNotContain(Evil, answer.Headers + await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Alex", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.All(answer.Headers.TryGetValues("Set-Cookie", out var cookies) ? cookies : [], cookie => Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Whoever_invents_an_address_keeps_the_budget_of_their_own()
    {
        await using var host = await StartAsync();
        Assert.Equal(HttpStatusCode.TooManyRequests, await SpendAsync(host, number => $"203.0.113.{number}"));
    }

    [Fact]
    public async Task Behind_a_configured_proxy_what_stands_before_its_own_entry_counts_for_nothing()
    {
        await using var host = await StartAsync("ResetBot:TrustedProxies:0=127.0.0.1");
        Assert.Equal(HttpStatusCode.TooManyRequests, await SpendAsync(host, number => $"203.0.113.{number}, 198.51.100.7"));
        Assert.NotEqual(HttpStatusCode.TooManyRequests, await SpendAsync(host, number => $"198.51.100.7, 203.0.113.{number}"));
    }

    // RFC 6265bis §4.1.3.2: a cookie of this prefix cannot be set by a neighbour in the domain.
    [Fact]
    public async Task Over_https_no_neighbour_in_the_domain_can_set_the_cookie_of_the_conversation()
    {
        await using var host = await StartAsync("ResetBot:TrustedProxies:0=127.0.0.1");
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false, CheckCertificateRevocationList = true });
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        client.DefaultRequestHeaders.Add("X-Forwarded-For", "198.51.100.7");
        using var page = await client.GetAsync(host.Address);
        var form = WebDriver.Fields(new HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync()).QuerySelector("form.composer")!);
        using var request = new HttpRequestMessage(HttpMethod.Post, host.Address) { Content = new FormUrlEncodedContent([.. form, new("text", "help")]) };
        request.Headers.Add("Cookie", page.Headers.GetValues("Set-Cookie").Single().Split(';')[0]);
        using var answer = await client.SendAsync(request);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single();
        Assert.StartsWith("__Host-resetbot-chat=", cookie, StringComparison.Ordinal);
        Assert.Contains("secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("path=/;", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
    }

    private Task<ChatHost> StartAsync(params string[] arguments) => ChatHost.StartAsync(new ChatHostSettings
    {
        BotService = fixture.BotService,
        Arguments = [.. arguments, "Web:FormsPerAddressPerMinute=10"],
    });

    // The answer to the last one of twelve forms, where ten are allowed.
    private static async Task<HttpStatusCode> SpendAsync(ChatHost host, Func<int, string> forwardedFor)
    {
        using var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CheckCertificateRevocationList = true });
        var status = HttpStatusCode.OK;
        for (var number = 1; number <= 12; number++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, host.Address) { Content = new FormUrlEncodedContent([KeyValuePair.Create("text", "help")]) };
            request.Headers.TryAddWithoutValidation("X-Forwarded-For", forwardedFor(number));
            using var answer = await client.SendAsync(request);
            status = answer.StatusCode;
        }

        return status;
    }
}
