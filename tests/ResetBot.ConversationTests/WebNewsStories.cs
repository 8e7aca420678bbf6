using System.Net;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>A page with script follows its conversation.</summary>
public sealed class WebNewsStories
{
    private static readonly TimeSpan Beat = TimeSpan.FromSeconds(25);
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);

    [Fact]
    public async Task News_after_silent_minutes_reach_the_page_all_the_same()
    {
        await using var host = await ChatHost.StartAsync();
        using var web = host.Browser();
        await web.OpensAsync();
        await web.SaysAsync("help");
        var waits = host.Clock.WaitingAsync(due => due == Beat);
        using var stream = await NewsStream.OpenAsync(web);
        for (var beat = 0; beat < 3; beat++)
        {
            await waits;
            waits = host.Clock.WaitingAsync(due => due == Beat);
            host.Clock.Advance(Beat);
            await stream.HearsAsync(": still here");
        }

        await waits;
        await web.SaysAsync("help");
        await stream.HearsAsync("data: changed");
    }

    [Fact]
    public async Task Nothing_is_told_and_nothing_shown_before_the_form_is_answered()
    {
        await using var host = await ChatHost.StartAsync(new ChatHostSettings { Arguments = ["Web:Pace=00:00:00.250"] });
        using var web = host.Browser();
        await web.OpensAsync();
        await AtItsPaceAsync(host, () => web.TapsAsync("Reset my password"), () => Task.CompletedTask);
        using var stream = await NewsStream.OpenAsync(web);
        using var second = host.Browser();
        second.Session = web.Session;
        var (looking, hearing) = (Task.CompletedTask, Task.FromResult<string?>(null));
        await AtItsPaceAsync(host, () => web.EntersAsync("nobody@contoso.example"), async () =>
        {
            (looking, hearing) = (second.OpensAsync(), stream.NextAsync());
            await host.QuietAsync();
            Assert.False(looking.IsCompleted);
            Assert.False(hearing.IsCompleted);
        });
        await looking;
        Assert.Equal("data: changed", await hearing);
        Assert.DoesNotContain("Prove that it is you", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_listens_without_a_conversation()
    {
        await using var host = await ChatHost.StartAsync();
        using var web = host.Browser();
        using var answer = await web.Client.GetAsync(new Uri(host.Address, "/events"));
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    [Fact]
    public async Task One_conversation_takes_no_more_places_than_somebody_has_windows()
    {
        await using var host = await ChatHost.StartAsync();
        using var web = host.Browser();
        await web.OpensAsync();
        await web.SaysAsync("help");
        var streams = new List<NewsStream>();
        for (var window = 0; window < 8; window++)
        {
            streams.Add(await NewsStream.OpenAsync(web));
        }

        using var refused = await web.Client.GetAsync(new Uri(host.Address, "/events"));
        Assert.Equal(HttpStatusCode.NoContent, refused.StatusCode);
        streams.ForEach(stream => stream.Dispose());
    }

    // The form is done with, and its answer waits for its time; then it leaves.
    private static async Task AtItsPaceAsync(ChatHost host, Func<Task> form, Func<Task> meanwhile)
    {
        var waits = host.Clock.WaitingAsync(due => due <= Pace);
        var answer = form();
        await waits;
        await meanwhile();
        Assert.False(answer.IsCompleted);
        host.Clock.Advance(Pace);
        await answer;
    }
}
