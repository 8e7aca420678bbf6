using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Teams;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>What only Teams tells of: the app is removed while an account is unlocked.</summary>
public sealed class UnlockingInTeams
{
    [Fact]
    public async Task An_order_that_is_out_is_told_also_when_the_app_was_removed_meanwhile()
    {
        FlakyDirectory directory = null!;
        await using var host = await ChatHost.StartAsync(new ChatHostSettings
        {
            Directory = inner => directory = new FlakyDirectory(inner),
            Adapt = builder => builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.Zero),
        });
        var chat = host.Chat(host.Somebody());
        await host.LocksAsync(chat.Person);
        directory.Writes = FlakyWrite.DoneAndNeverAnswered;
        await chat.Says("unlock").Sees("step 1 of 1").Says("email").Sees("Type the code");
        await chat.PostAsync(chat.Message(await host.Outbox.CodeAsync(chat.Person.Email)));
        await directory.Reached.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await chat.PostAsync(chat.Dress(TeamsWire.Activity("installationUpdate").With("action", "remove")));
        await host.RestartAsync();
        await host.QuietAsync();
        Assert.Equal(1, host.Count(chat.Person, "UnlockDone"));
        Assert.Contains("was unlocked", (await host.Outbox.ToAsync(chat.Person.Mobile))[^1].Text, StringComparison.Ordinal);
    }
}
