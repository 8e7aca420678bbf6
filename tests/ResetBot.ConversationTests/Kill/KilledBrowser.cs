using ResetBot.Testing.Conversations;

namespace ResetBot.ConversationTests.Kill;

/// <summary>A browser on the chat page, which sends the same form again when it was not answered.</summary>
internal sealed class KilledBrowser(KilledService service) : IDisposable
{
    private readonly WebDriver _web = new(service.Process.Address);

    public string MoveNumber => _web.MoveNumber;

    /// <summary>Does something until the page says these words.</summary>
    public async Task UntilAsync(string words, Func<WebDriver, Task> act)
    {
        await TryAsync(web => web.OpensAsync());
        while (!_web.Text.Contains(words, StringComparison.Ordinal))
        {
            await TryAsync(act);
            await TryAsync(web => web.OpensAsync());
        }
    }

    public void Dispose() => _web.Dispose();

    private async Task TryAsync(Func<WebDriver, Task> act)
    {
        while (true)
        {
            await service.AttemptAsync();
            _web.Service = service.Process.Address;
            try
            {
                await act(_web);
                return;
            }
            catch (Exception lost) when (KilledService.IsLost(lost))
            {
                // It is not there now: again.
            }
        }
    }
}
