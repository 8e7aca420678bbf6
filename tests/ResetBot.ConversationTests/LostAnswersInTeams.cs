using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>Teams says itself who somebody is; elsewhere the directory does, and what a stranger writes waits until it answers.</summary>
public sealed class LostAnswersInTeams
{
    [Fact]
    public async Task Whoever_comes_for_the_first_time_while_the_directory_is_silent_is_told()
    {
        FlakyDirectory directory = null!;
        await using var host = await ChatHost.StartAsync(new ChatHostSettings { Directory = inner => directory = new FlakyDirectory(inner) });
        directory.Silent = true;
        await host.Chat(host.Somebody()).Says("reset").Sees("That does not work now", "The directory does not answer");
    }
}
