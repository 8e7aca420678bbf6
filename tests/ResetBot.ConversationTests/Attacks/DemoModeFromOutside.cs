using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Text;
using ResetBot.Bot.Hosting;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>Demo mode is reached through a proxy, under a foreign name, by a rebound name, or from the network.</summary>
public sealed class DemoModeFromOutside(HostFixture fixture) : IClassFixture<HostFixture>
{
    private static readonly (HttpMethod Method, string Path)[] Everything =
    [
        (HttpMethod.Get, "/demo"), (HttpMethod.Post, "/demo"), (HttpMethod.Get, "/demo/outbox"), (HttpMethod.Post, "/demo/sign-in"),
        (HttpMethod.Get, "/"), (HttpMethod.Post, "/"), (HttpMethod.Get, "/events"), (HttpMethod.Post, "/api/messages"),
    ];

    private readonly ChatHost _host = fixture.Host;

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("X-Forwarded-For", "127.0.0.1")]
    [InlineData("X-Forwarded-Host", "localhost")]
    [InlineData("X-Forwarded-Proto", "http")]
    [InlineData("Forwarded", "for=127.0.0.1;host=localhost")]
    [InlineData("X-Real-IP", "127.0.0.1")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("CF-Connecting-IP", "127.0.0.1")]
    public Task Through_a_proxy_there_is_nothing(string header, string value) => FindsNothingAsync(header, value);

    [Theory]
    [InlineData("resetbot.example.org")]
    [InlineData("203.0.113.7:3978")]
    [InlineData("localhost.evil.example")]
    [InlineData("127.0.0.1.evil.example")]
    [InlineData("localhost@evil.example")]
    [InlineData("evil.localhost")]
    [InlineData("0.0.0.0")]
    [InlineData("2130706433")]
    [InlineData("0x7f.1")]
    [InlineData("[::ffff:203.0.113.7]")]
    public Task Under_a_foreign_name_there_is_nothing(string host) => FindsNothingAsync("Host", host);

    [Theory]
    [InlineData("https://elsewhere.example")]
    [InlineData("http://localhost.evil.example")]
    [InlineData("null")]
    public Task For_a_page_of_another_site_there_is_nothing(string origin) => FindsNothingAsync("Origin", origin);

    [Fact]
    public async Task For_a_name_that_was_rebound_to_this_machine_there_is_nothing()
    {
        using var rebound = new HttpClient(new SocketsHttpHandler { ConnectCallback = (_, cancellation) => ConnectAsync(_host.Address.Host, cancellation) });
        var site = $"http://rebound.evil.example:{_host.Address.Port}";
        foreach (var (method, path) in Everything)
        {
            using var request = Request(method, new Uri(site + path));
            request.Headers.Add("Origin", site);
            using var answer = await rebound.SendAsync(request);
            Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.Forbidden]);
        }
    }

    [Fact]
    public async Task From_another_address_than_this_machines_own_there_is_nothing()
    {
        var outside = NetworkInterface.GetAllNetworkInterfaces().SelectMany(network => network.GetIPProperties().UnicastAddresses)
            .Select(unicast => unicast.Address).FirstOrDefault(address => address.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(address));
        if (outside is null)
        {
            TestContext.Current.TestOutputHelper?.WriteLine("This machine is in no network: there is nowhere to come from.");
            return;
        }

        await using var host = await ChatHost.StartAsync(new ChatHostSettings { Arguments = ["urls=http://0.0.0.0:0"] });
        foreach (var name in (string[])["localhost", outside.ToString()])
        {
            using var client = new HttpClient();
            foreach (var (method, path) in Everything)
            {
                using var request = Request(method, new Uri($"http://{outside}:{host.Address.Port}{path}"));
                request.Headers.Host = name;
                using var answer = await client.SendAsync(request);
                Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.Forbidden]);
            }
        }
    }

    [Fact]
    public async Task This_machine_itself_finds_all_of_it()
    {
        using var client = new HttpClient();
        foreach (var (method, path) in Everything)
        {
            using var request = Request(method, new Uri(_host.Address, path));
            using var answer = await client.SendAsync(request);
            Assert.DoesNotContain(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.Forbidden]);
        }
    }

    [Fact]
    public async Task Outside_demo_mode_nothing_of_it_exists_and_nobody_unproved_is_heard()
    {
        using var client = new HttpClient();
        var data = Directory.CreateTempSubdirectory("resetbot-real-").FullName;
        string[] arguments =
        [
            "--environment=Production", "--urls=http://127.0.0.1:0", "--ResetBot:PublicBaseUrl=https://resetbot.example.org",
            "--hostBuilder:reloadConfigOnChange=false", "--ResetBot:DataDirectory=" + data, "--Logging:LogLevel:Default=None",
        ];
        await using (var app = ResetBotHost.Build(arguments))
        {
            await app.StartAsync();
            var address = new Uri(app.Urls.Single());
            foreach (var path in new[] { "/demo", "/demo/outbox", "/demo/sign-in" })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(new Uri(address, path))).StatusCode);
            }

            var chat = _host.Chat(Person.Alex);
            using var content = new StringContent(chat.Message("reset").ToJsonString(), Encoding.UTF8, "application/json");
            using var answer = await client.PostAsync(new Uri(address, "/api/messages"), content);
            Assert.InRange((int)answer.StatusCode, 400, 599);
            Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri(address, "/health/live"))).StatusCode);
        }

        Directory.Delete(data, recursive: true);
    }

    private static HttpRequestMessage Request(HttpMethod method, Uri address)
    {
        var request = new HttpRequestMessage(method, address);
        if (method == HttpMethod.Post)
        {
            request.Content = address.AbsolutePath is "/" or "/demo"
                ? new FormUrlEncodedContent([KeyValuePair.Create("text", "reset")])
                : new StringContent("{}", Encoding.UTF8, "application/json");
        }

        return request;
    }

    private async ValueTask<Stream> ConnectAsync(string host, CancellationToken cancellation)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(host, _host.Address.Port, cancellation);
        return new NetworkStream(socket, ownsSocket: true);
    }

    private async Task FindsNothingAsync(string header, string value)
    {
        using var client = new HttpClient();
        var chat = _host.Chat(_host.Somebody());
        var before = StoredRows.Digest(_host.DataDirectory);
        foreach (var (method, path) in Everything)
        {
            using var request = Request(method, new Uri(_host.Address, path));
            request.Headers.TryAddWithoutValidation(header, value);
            using var answer = await client.SendAsync(request);
            Assert.Contains(answer.StatusCode, (HttpStatusCode[])[HttpStatusCode.NotFound, HttpStatusCode.Forbidden, HttpStatusCode.BadRequest]);
            Assert.DoesNotContain("Start-", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        var (status, _) = await chat.PostAsync(chat.Message("reset").ToJsonString(), null, (header, value));
        Assert.Contains(status, (HttpStatusCode[])[HttpStatusCode.Forbidden, HttpStatusCode.BadRequest]);
        await chat.SeesNo();
        Assert.Equal(before, StoredRows.Digest(_host.DataDirectory));
    }
}
