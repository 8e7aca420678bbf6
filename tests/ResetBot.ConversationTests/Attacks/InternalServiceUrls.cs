using System.Net;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Teams;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>An activity names a service address inside the company, or on this very machine, to have the bot and its token come there.</summary>
public sealed class InternalServiceUrls(CompanyFixture fixture) : IClassFixture<CompanyFixture>
{
    private readonly ChatHost _host = fixture.Host;

    public static TheoryData<string> Internal => new()
    {
        "https://localhost/", "https://localhost:8443/emea/", "https://LOCALHOST./", "https://127.0.0.1/", "https://127.1/", "https://2130706433/",
        "https://0x7f000001/", "https://[::1]/", "https://[::ffff:127.0.0.1]/", "https://0.0.0.0/", "https://10.0.0.5/", "https://172.16.9.9/",
        "https://192.168.1.1/", "https://100.64.0.1/", "https://169.254.169.254/latest/meta-data/", "https://[fd00::1]/", "https://[fe80::1]/",
        "https://intranet/", "https://hr.corp/", "https://db.contoso.internal/", "https://printer.local/", "https://user:secret@smba.trafficmanager.net/",
        "http://169.254.169.254/metadata/identity/oauth2/token", "http://smba.trafficmanager.net/emea/",
    };

    [Theory]
    [MemberData(nameof(Internal))]
    public async Task Nobody_is_asked_there_whatever_the_token_says(string serviceUrl)
    {
        var chat = _host.Chat(_host.Somebody());
        var activity = chat.Message("reset").With("serviceUrl", serviceUrl);
        var before = StoredRows.Digest(_host.DataDirectory);
        foreach (var proven in (string[])[BotServiceStandIn.ServiceUrl, serviceUrl])
        {
            var token = BotServiceStandIn.Token(_host.Clock.GetUtcNow()).With("serviceurl", proven);
            var (status, _) = await chat.PostAsync(activity.ToJsonString(), "Bearer " + token);
            Assert.Equal(HttpStatusCode.Unauthorized, status);
        }

        await _host.QuietAsync();
        Assert.Equal(before, StoredRows.Digest(_host.DataDirectory));
        Assert.Empty(chat.All);
        Assert.All(_host.Asked, asked => Assert.Equal(new Uri(BotServiceStandIn.ServiceUrl).Authority, asked.Authority));
        await chat.SendAsync(activity.With("serviceUrl", BotServiceStandIn.ServiceUrl));
        await chat.Sees("step 1 of 2");
        Assert.NotEmpty(_host.Asked);
    }

    [Fact]
    public async Task In_demo_mode_nothing_leaves_this_machine()
    {
        await using var demo = await ChatHost.StartAsync();
        var chat = demo.Chat(demo.Somebody());
        foreach (var serviceUrl in (string[])["http://10.0.0.5/", "http://169.254.169.254/", "http://0.0.0.0/", "http://localhost@10.0.0.5/", "https://smba.trafficmanager.net/emea/"])
        {
            var (status, _) = await chat.PostAsync(chat.Message("reset").With("serviceUrl", serviceUrl));
            Assert.Equal(HttpStatusCode.Forbidden, status);
        }

        await chat.SeesNo();
        Assert.Empty(demo.Audit(chat.Person));
    }
}
