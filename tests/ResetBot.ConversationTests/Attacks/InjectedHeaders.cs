using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Teams;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>Line breaks and control characters where names, texts, addresses and headers go, to forge a header of an answer or of a mail, or a line of the log.</summary>
public sealed class InjectedHeaders : IAsyncLifetime
{
    private const string Forged = "injected: yes";

    private static readonly string[] Breaks = ["\r\n", "\n", "\r", "\u0085", "\u2028", "\u2029", "\u001b[2J", "\u0000", "\u000b", "\u202e"];

    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ChatHost.StartAsync(new ChatHostSettings
    {
        Arguments = ["Logging:LogLevel:Default=Trace", "Logging:LogLevel:Microsoft.AspNetCore=Trace", "Web:FormsPerAddressPerMinute=1000000"],
    });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("from.name")]
    [InlineData("from.id")]
    [InlineData("from.aadObjectId")]
    [InlineData("conversation.id")]
    [InlineData("channelData.tenant.id")]
    [InlineData("recipient.name")]
    [InlineData("locale")]
    [InlineData("localTimezone")]
    [InlineData("text")]
    [InlineData("id")]
    [InlineData("type")]
    [InlineData("name")]
    [InlineData("channelId")]
    public async Task No_member_of_an_activity_forges_a_line_of_the_log_or_a_message_with_lines_of_its_own(string path)
    {
        foreach (var bend in Breaks)
        {
            var chat = _host.Chat(_host.Somebody());
            foreach (var activity in (JsonObject[])[chat.Message("help"), chat.Tap(new JsonObject { ["choice"] = "help" })])
            {
                var (status, _) = await chat.PostAsync(activity.Set(path, $"x{bend}{Forged}"));
                Assert.InRange((int)status, 200, 499);
            }
        }

        await _host.QuietAsync();
        CheckLog();
    }

    [Theory]
    [InlineData("/s/AAAAAAAAAAAAAAAA%0d%0ainjected:%20yesAAAAAAAAAAAAA")]
    [InlineData("/s/AAAAAAAAAAAAAAA%e2%80%a8injected:%20yesAAAAAAAAAAAAA")]
    [InlineData("/s/AAAAAAAAAAAAAAAAA%c3%a5injected:%20yesAAAAAAAAAAAAA")]
    [InlineData("/%0d%0ainjected:%20yes")]
    [InlineData("/assets/%0d%0ainjected:%20yes")]
    [InlineData("/?a=%0d%0ainjected:%20yes")]
    [InlineData("//injected:%20yes")]
    public async Task No_address_forges_a_header_of_the_answer_or_a_line_of_the_log(string path)
    {
        foreach (var method in (string[])["GET", "POST", "HEAD", "DELETE"])
        {
            var answer = await SendRawAsync($"{method} {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 0\r\n\r\n");
            Assert.InRange(int.Parse(answer.Split(' ')[1]), 200, 499);
            Assert.DoesNotContain("\r\ninjected:", answer, StringComparison.OrdinalIgnoreCase);
        }

        CheckLog();
    }

    [Theory]
    [InlineData("User-Agent")]
    [InlineData("Accept-Language")]
    [InlineData("Cookie")]
    [InlineData("Referer")]
    [InlineData("Authorization")]
    [InlineData("Origin")]
    [InlineData("traceparent")]
    public async Task No_header_forges_another_one_or_a_line_of_the_log(string name)
    {
        foreach (var value in (string[])[$"x\n{Forged}", $"x\r{Forged}", $"x\0{Forged}", $"resetbot-chat=x\u0001{Forged}", $"x\u00e2\u0080\u00a8{Forged}"])
        {
            var answer = await SendRawAsync($"GET / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{name}: {value}\r\n\r\n");
            Assert.InRange(int.Parse(answer.Split(' ')[1]), 200, 499);
            Assert.DoesNotContain("\r\ninjected:", answer, StringComparison.OrdinalIgnoreCase);
        }

        CheckLog();
    }

    [Fact]
    public async Task Nothing_that_is_typed_forges_a_header_of_a_mail()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.BeginsToRegisterAsync();
        foreach (var bend in Breaks)
        {
            await chat.Says("email").Sees("Which e-mail address?");
            await chat.Says($"a@private.example{bend}Bcc: thief@evil.example");
            await chat.Says($"\"a{bend}Bcc: thief@evil.example\"@private.example");
            await chat.Says("other method");
        }

        foreach (var bend in Breaks)
        {
            using var web = _host.Browser();
            await web.NamesAsync($"{_host.Somebody().UserName}{bend}Bcc: thief@evil.example");
        }

        Assert.All(await _host.Outbox.AllAsync(), mail => Assert.DoesNotContain("evil.example", mail.To + mail.Subject, StringComparison.Ordinal));
        Assert.All(await _host.Outbox.AllAsync(), mail => Assert.DoesNotContain(mail.To + mail.Subject, character => char.IsControl(character)));
        CheckLog();
    }

    private void CheckLog()
    {
        Assert.NotEmpty(_host.Log);
        foreach (var bend in Breaks)
        {
            Assert.DoesNotContain(_host.Log, line => line.Contains(bend + Forged, StringComparison.OrdinalIgnoreCase));
        }
    }

    private async Task<string> SendRawAsync(string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, _host.Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        return await reader.ReadToEndAsync();
    }
}
