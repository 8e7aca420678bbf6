using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ResetBot.Bot.Turns;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>More comes than can be carried: it is turned away before anything of it is recorded, and those inside are served.</summary>
public sealed class Busy
{
    [Fact]
    public async Task A_turn_beyond_what_is_taken_on_at_once_gets_503_and_a_time_to_come_back_and_leaves_nothing()
    {
        await using var host = await ChatHost.StartAsync(new ChatHostSettings { Arguments = ["Turns:MostAtOnce=2", "Turns:RetryAfter=00:00:07"] });
        var person = host.Somebody();
        var chat = host.Chat(person);
        var reset = chat.Message("reset");
        using (Enter(host, "one"))
        using (Enter(host, "two"))
        {
            using var refused = await PostAsync(host, reset);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.Equal(TimeSpan.FromSeconds(7), refused.Headers.RetryAfter!.Delta);
            Assert.Empty(host.Audit(person));
            Assert.Empty(chat.All);
        }

        Assert.Equal(HttpStatusCode.Accepted, (await chat.SendAsync(reset)).Status);
        await chat.Sees("step 1 of 2");
        Assert.Equal(1, host.Count(person, "CaseStarted"));
    }

    [Fact]
    public async Task A_form_of_a_new_browser_that_is_turned_away_leaves_nothing_and_keeps_the_pages_headers()
    {
        await using var host = await ChatHost.StartAsync(new ChatHostSettings { Arguments = ["Turns:MostAtOnce=1"] });
        using var web = host.Browser();
        await web.OpensAsync();
        var before = StoredRows.Digest(host.DataDirectory);
        using (Enter(host, "one"))
        {
            await web.SaysAsync("help");
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, web.Status);
        Assert.NotNull(web.Posted.Headers.RetryAfter);
        Assert.Contains("frame-ancestors 'none'", web.Posted.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal(before, StoredRows.Digest(host.DataDirectory));
    }

    [Fact]
    public async Task One_conversation_alone_cannot_take_every_place()
    {
        await using var host = await ChatHost.StartAsync(new ChatHostSettings { Arguments = ["Turns:MostPerConversation=2"] });
        var flooded = host.Chat(host.Somebody());
        var other = host.Chat(host.Somebody());
        var name = "msteams/" + flooded.Conversation;
        using (Enter(host, name))
        using (Enter(host, name))
        {
            using var refused = await PostAsync(host, flooded.Message("help"));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            await other.Says("help").Sees("What I can do");
        }

        await flooded.Says("help").Sees("What I can do");
    }

    [Fact]
    public async Task Strangers_leave_half_of_the_places_to_those_whom_a_channel_knows()
    {
        FlakyDirectory directory = null!;
        await using var host = await ChatHost.StartAsync(new ChatHostSettings
        {
            Arguments = ["Turns:MostAtOnce=4"],
            Directory = inner => directory = new FlakyDirectory(inner),
        });
        var (inside, answered) = (new SemaphoreSlim(0), new TaskCompletionSource());
        var browsers = Enumerable.Range(1, 6).Select(number => host.Browser(from: $"127.0.0.{number}")).ToList();
        foreach (var web in browsers)
        {
            await web.OpensAsync();
            await web.TapsAsync("Reset my password");
        }

        directory.Naming = _ =>
        {
            inside.Release();
            return answered.Task;
        };
        List<Task> naming = [];
        foreach (var web in browsers)
        {
            naming.Add(web.EntersAsync("nobody@contoso.example"));
            await Task.WhenAny(naming[^1], inside.WaitAsync());
        }

        var chat = host.Chat(host.Somebody());
        var (status, _) = await chat.PostAsync(chat.Message("help"));
        answered.SetResult();
        await Task.WhenAll(naming);
        Assert.Equal(HttpStatusCode.Accepted, status);
        Assert.Equal(2, browsers.Count(web => web.Status == HttpStatusCode.OK));
        Assert.Equal(4, browsers.Count(web => web.Status == HttpStatusCode.ServiceUnavailable));
    }

    [Fact]
    public async Task A_tapped_button_is_turned_away_like_a_message()
    {
        await using var host = await ChatHost.StartAsync(new ChatHostSettings { Arguments = ["Turns:MostAtOnce=1"] });
        var chat = host.Chat(host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2");
        var tap = chat.Tap(chat.ButtonFor("email"));
        using (Enter(host, "another"))
        {
            using var refused = await PostAsync(host, tap);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, (await chat.SendAsync(tap)).Status);
        await chat.Sees("Type the code");
    }

    [Fact]
    public async Task Hundreds_at_once_are_each_either_served_or_told_to_come_back_and_those_who_do_are_served_once()
    {
        await using var host = await ChatHost.StartAsync(new ChatHostSettings { Arguments = ["Turns:MostAtOnce=4"] });
        var people = Enumerable.Range(0, 100).Select(_ => host.Somebody()).ToList();
        var waiting = people.Select(person => host.Chat(person).Message("reset")).ToList();
        var rounds = 0;
        while (waiting.Count > 0 && ++rounds < 1000)
        {
            var answers = await Task.WhenAll(waiting.Select(message => StatusAsync(host, message)));
            Assert.All(answers, status => Assert.True(status is HttpStatusCode.Accepted or HttpStatusCode.ServiceUnavailable, status.ToString()));
            waiting = [.. waiting.Where((_, index) => answers[index] != HttpStatusCode.Accepted)];
        }

        Assert.Empty(waiting);
        Assert.All(people, person => Assert.Equal(1, host.Count(person, "CaseStarted")));
    }

    [Fact]
    public async Task A_service_that_was_told_to_stop_takes_nothing_on()
    {
        await using var host = await ChatHost.StartAsync();
        var gate = host.Services.GetRequiredService<TurnGate>();
        gate.Enter("before").Dispose();
        host.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        Assert.Throws<ServiceBusyException>(() => gate.Enter("after"));
    }

    private static IDisposable Enter(ChatHost host, string conversation) => host.Services.GetRequiredService<TurnGate>().Enter(conversation);

    private static async Task<HttpStatusCode> StatusAsync(ChatHost host, JsonObject activity)
    {
        using var answer = await PostAsync(host, activity);
        return answer.StatusCode;
    }

    private static async Task<HttpResponseMessage> PostAsync(ChatHost host, JsonObject activity)
    {
        using var client = new HttpClient();
        using var content = new StringContent(activity.ToJsonString(), Encoding.UTF8, "application/json");
        return await client.PostAsync(new Uri(host.Address, "/api/messages"), content);
    }
}
