using System.Net;
using System.Text.Json.Nodes;
using ResetBot.Testing.Slack;
using Xunit;

namespace ResetBot.ConversationTests.Slack;

/// <summary>Many events at once.</summary>
internal static class SlackFlood
{
    /// <summary>Sends all, so many at a time as Slack might; the longest that one took to be acknowledged.</summary>
    public static async Task<TimeSpan> SlowestAsync(IEnumerable<(SlackChatDriver Chat, JsonObject Message)> events)
    {
        var gate = new Lock();
        var slowest = TimeSpan.Zero;
        await Parallel.ForEachAsync(events, new ParallelOptions { MaxDegreeOfParallelism = 32 }, async (sent, _) =>
        {
            var at = TimeProvider.System.GetTimestamp();
            var (status, _) = await sent.Chat.PostAsync(sent.Message);
            var took = TimeProvider.System.GetElapsedTime(at);
            Assert.Equal(HttpStatusCode.OK, status);
            lock (gate)
            {
                slowest = took > slowest ? took : slowest;
            }
        });
        return slowest;
    }
}
