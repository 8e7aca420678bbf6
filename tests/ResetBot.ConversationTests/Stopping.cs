using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>The process is told to stop while many people write to it.</summary>
public sealed class Stopping
{
    private const int People = 120;

    [Fact]
    public async Task A_process_that_is_told_to_stop_keeps_all_that_it_acknowledged_and_what_comes_again_acts_once()
    {
        await using var service = await ChatProcess.StartAsync($"Demo:ExtraPeople={People}");
        var chats = Enumerable.Range(0, People).Select(index => service.Chat(Person.Generated(index))).ToList();
        var messages = chats.ToDictionary(chat => chat, chat => chat.Message("reset"));
        var acknowledged = new ConcurrentDictionary<ChatDriver, bool>();
        var some = new TaskCompletionSource();
        var sending = Parallel.ForEachAsync(
            chats,
            new ParallelOptions { MaxDegreeOfParallelism = 8 },
            async (chat, _) =>
            {
                if (await TryAsync(chat, messages[chat]))
                {
                    acknowledged[chat] = true;
                }

                if (acknowledged.Count >= People / 4)
                {
                    some.TrySetResult();
                }
            });
        await some.Task;
        Assert.Equal(0, await service.StopAsync());
        await sending;

        await service.StartAgainAsync();
        foreach (var chat in acknowledged.Keys)
        {
            // What was acknowledged is answered without being asked for again.
            await chat.SeesEver("step 1 of 2");
        }

        Assert.All(await Task.WhenAll(chats.Select(chat => TryAsync(chat, messages[chat]))), Assert.True);
        foreach (var chat in chats)
        {
            // A second turn would say that the first one's question was dropped, and ask anew.
            await chat.Sees("step 1 of 2");
            Assert.DoesNotContain(chat.All, message => message.Text.Contains("stopped what we were doing", StringComparison.Ordinal));
        }
    }

    // A connection that breaks is no acknowledgement.
    private static async Task<bool> TryAsync(ChatDriver chat, JsonObject message)
    {
        try
        {
            var (status, _) = await chat.PostAsync(message);
            Assert.True(status is HttpStatusCode.Accepted or HttpStatusCode.ServiceUnavailable, status.ToString());
            return status == HttpStatusCode.Accepted;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
