using System.Collections.Concurrent;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Sms;

namespace ResetBot.ConversationTests.Kill;

/// <summary>The mailboxes and phones of many people at once: one looks for all who wait.</summary>
internal sealed class CodeWatch(KilledService service, SmsGateway gateway) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource<string>> _waiting = new();
    private readonly SemaphoreSlim _somebodyWaits = new(0);
    private readonly CancellationTokenSource _closed = new();
    private Task? _looking;

    /// <summary>The first code that was sent to an address or number.</summary>
    public Task<string> CodeAsync(string destination)
    {
        var code = _waiting.GetOrAdd(destination, _ => new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously)).Task;
        _somebodyWaits.Release();
        LazyInitializer.EnsureInitialized(ref _looking, () => Task.Run(LookAsync));
        return code;
    }

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        await (_looking ?? Task.CompletedTask).ContinueWith(_ => { }, TaskScheduler.Default);
        _closed.Dispose();
        _somebodyWaits.Dispose();
    }

    private async Task LookAsync()
    {
        while (!_closed.IsCancellationRequested)
        {
            if (_waiting.Values.All(code => code.Task.IsCompleted))
            {
                await _somebodyWaits.WaitAsync(_closed.Token);
            }

            gateway.Received.ToList().ForEach(message => Tell(message.To, message.Text));
            try
            {
                foreach (var mail in await service.Process.Outbox.AllAsync())
                {
                    Tell(mail.To, mail.Text);
                }
            }
            catch (Exception lost) when (KilledService.IsLost(lost))
            {
                await service.AttemptAsync();
            }
        }
    }

    private void Tell(string to, string text)
    {
        if (_waiting.TryGetValue(to, out var code) && OutboxReader.CodeIn(text) is { } found)
        {
            code.TrySetResult(found);
        }
    }
}
