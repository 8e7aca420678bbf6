using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using ResetBot.Testing;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;
using Xunit;

namespace ResetBot.ConversationTests.Fuzz;

/// <summary>
/// Bent activities, card actions, forms and requests of Slack, thrown at the built service as a process of its own. RESETBOT_FUZZ_SEED gives other ones. With
/// RESETBOT_LONG=1 200,000 of them.
/// </summary>
public sealed class FuzzTest(ITestOutputHelper output)
{
    private const int Workers = 8;
    private const int Parts = 6;
    private const int MostGrowth = 24;

    private static readonly int Count = Lab.IsLong ? 210_000 : 6_000;
    private static readonly int Seed = int.Parse(Environment.GetEnvironmentVariable("RESETBOT_FUZZ_SEED") ?? "20261124", CultureInfo.InvariantCulture);

    private readonly ConcurrentQueue<string> _faults = new();
    private readonly ConcurrentDictionary<HttpStatusCode, int> _statuses = new();

    [Fact]
    public async Task Nothing_that_is_sent_breaks_it_or_makes_it_grow()
    {
        await using var slack = await SlackStandIn.StartNewAsync();
        await using var service = await ChatProcess.StartAsync(
        [
            .. slack.Settings.Select(setting => setting.TrimStart('-')), $"Demo:ExtraPeople={Workers + 1}", "Web:Pace=00:00:00", "Web:FormsPerAddressPerMinute=1000000",
            "Limits:CasesPerUserPerHour=1000000", "Limits:CasesPerAddressPerHour=1000000", "Logging:LogLevel:Default=Warning",
        ]);
        var browsers = await Task.WhenAll(Enumerable.Range(0, Workers).Select(worker => FuzzBrowser.StartAsync(service, Person.Generated(worker))));

        List<long> sizes = [];
        for (var part = 0; part < Parts; part++)
        {
            await ThrowAsync((service, slack), browsers, Count / Parts * part, Count / Parts * (part + 1));
            sizes.Add(service.Megabytes);
        }

        output.WriteLine($"{Count} inputs, seed {Seed}: {string.Join(", ", _statuses.OrderBy(status => status.Key).Select(status => $"{(int)status.Key} {status.Value} times"))}; {string.Join(", ", sizes)} MB");
        Assert.True(_faults.IsEmpty, $"Seed {Seed}:\n{string.Join('\n', _faults.Take(10))}");

        // Caches fill in the first half; whatever grows on after that grows without end.
        Assert.True(sizes[^1] - sizes[Parts / 2] < MostGrowth, $"It grew on: {string.Join(", ", sizes)} MB.");

        await service.Chat(Person.Generated(Workers)).ResetsAsync(service.Outbox, Steps.GoodPassword);
        Array.ForEach(browsers, browser => browser.Dispose());
    }

    private Task ThrowAsync((ChatProcess Service, SlackStandIn Slack) at, FuzzBrowser[] browsers, int first, int end) => Task.WhenAll(browsers.Select(async (browser, worker) =>
    {
        var inputs = new FuzzInputs(at.Service, at.Slack, Seed);
        for (var number = first + worker; number < end && _faults.Count < 10; number += Workers)
        {
            await ThrowAsync(browser, inputs, number);
        }
    }));

    private async Task ThrowAsync(FuzzBrowser browser, FuzzInputs inputs, int number)
    {
        if (number % 300 < Workers)
        {
            await browser.LookAsync();
        }

        using var request = inputs.Request(number, browser.Person, browser.Fields, browser.Page);
        try
        {
            using var answer = await SendAsync(browser, inputs, number, request);
            _statuses.AddOrUpdate(answer.StatusCode, 1, (_, count) => count + 1);
            if (answer.StatusCode >= HttpStatusCode.InternalServerError)
            {
                await TellAsync(number, request, $"answered {(int)answer.StatusCode}");
            }
        }
        catch (HttpRequestException fault)
        {
            await TellAsync(number, request, fault.Message);
        }
    }

    // A connection that is closed with a body unread (RFC 9112 §9.6) may be found closed only by the next request on it: that one is sent again.
    private static async Task<HttpResponseMessage> SendAsync(FuzzBrowser browser, FuzzInputs inputs, int number, HttpRequestMessage request)
    {
        try
        {
            return await browser.Client.SendAsync(request);
        }
        catch (HttpRequestException)
        {
            using var again = inputs.Request(number, browser.Person, browser.Fields, browser.Page);
            again.Headers.ConnectionClose = true;
            return await browser.Client.SendAsync(again);
        }
    }

    private async Task TellAsync(int number, HttpRequestMessage request, string what)
    {
        var body = await request.Content!.ReadAsStringAsync();
        _faults.Enqueue($"input {number} to {request.RequestUri!.AbsolutePath} ({request.Content.Headers.ContentType}) {what}: {body[..Math.Min(body.Length, 1500)]}");
    }
}
