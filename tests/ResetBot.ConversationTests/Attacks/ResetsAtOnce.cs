using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Secrets;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>Many pages of one account are saved at the same moment, so that none is counted yet when the next one is looked at.</summary>
public sealed class ResetsAtOnce : IAsyncLifetime
{
    private const int Pages = 4;

    private SlowDirectory _directory = null!;
    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ChatHost.StartAsync(new ChatHostSettings
    {
        Directory = directory => _directory = new SlowDirectory(directory),
        Arguments = ["Limits:ResetsPerAccount=2", "Limits:SendsPerAccount=1000"],
    });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task No_more_are_written_than_may_be_in_an_hour_and_the_rest_waits()
    {
        var person = _host.Somebody();
        List<PageDriver> pages = [];
        for (var number = 0; number < Pages; number++)
        {
            pages.Add(await PageDriver.OpenAsync(await _host.Chat(person).ProvesAsync(_host.Outbox)));
        }

        var saves = pages.Select((page, number) => page.SavesAsync($"Rainy violins under {number} copper moons")).ToList();
        foreach (var _ in pages.Skip(2))
        {
            // Those that are not let through are answered; the others wait for the directory.
            var answered = await Task.WhenAny([.. saves, _directory.AllCame]);
            saves.RemoveAll(save => save == answered);
        }

        _directory.Answer();
        await Task.WhenAll(saves);
        Assert.Equal(2, _host.Count(person, "ResetDone"));
        await pages[0].SavesAsync(Steps.GoodPassword);
        await pages[^1].SavesAsync(Steps.GoodPassword);
        Assert.Equal(2, _host.Count(person, "ResetDone"));
        Assert.Equal(1, _host.Count(person, "RecoveryPaused"));
        pages.ForEach(page => page.Dispose());
    }

    [Fact]
    public async Task What_the_directory_refuses_leaves_room_for_another_try()
    {
        _directory.Answer();
        var chat = _host.Chat(_host.Somebody());
        using var page = await PageDriver.OpenAsync(await chat.ProvesAsync(_host.Outbox));
        for (var refused = 0; refused < 3; refused++)
        {
            await page.SavesAsync(chat.Person.Password);
            Assert.Equal("Choose a new password", page.Title);
        }

        await page.SavesAsync(Steps.GoodPassword);
        Assert.Equal("Your password is changed", page.Title);
    }

    // Answers nobody until it is told to, or until all have come.
    private sealed class SlowDirectory(IDirectory directory) : SurroundedDirectory(directory)
    {
        private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _allCame = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _came;

        public Task AllCame => _allCame.Task;

        public void Answer() => _answer.TrySetResult();

        public override async Task<PasswordWrite> ResetPasswordAsync(VerifiedPerson person, NewPassword password, CancellationToken cancellation)
        {
            if (Interlocked.Increment(ref _came) == Pages)
            {
                _allCame.SetResult();
            }

            await _answer.Task;
            return await base.ResetPasswordAsync(person, password, cancellation);
        }
    }
}
