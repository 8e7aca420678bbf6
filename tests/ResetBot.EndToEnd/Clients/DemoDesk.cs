using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace ResetBot.EndToEnd.Clients;

/// <summary>What scripts can ask of a bot in demo mode: its outbox and its sign-in.</summary>
internal sealed partial class DemoDesk(Uri bot) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private readonly HttpClient _http = new() { BaseAddress = bot };

    public async Task<IReadOnlyList<SentMessage>> OutboxAsync() => (await _http.GetFromJsonAsync<SentMessage[]>("demo/outbox"))!;

    /// <summary>Waits for the newest message with a code to a destination, other than those that were read already, and gives the code.</summary>
    public async Task<string> CodeToAsync(string destination, int alreadyRead = 0)
    {
        var message = await MessageAsync(sent => sent.To == destination && Code().IsMatch(sent.Text), alreadyRead);
        return Code().Match(message.Text).Value;
    }

    /// <summary>Waits for a message.</summary>
    public async Task<SentMessage> MessageAsync(Func<SentMessage, bool> wanted, int alreadyRead = 0)
    {
        using var time = new CancellationTokenSource(Patience);
        using var clock = new PeriodicTimer(Pause);
        do
        {
            if ((await OutboxAsync()).Where(wanted).Skip(alreadyRead).LastOrDefault() is { } message)
            {
                return message;
            }
        }
        while (await clock.WaitForNextTickAsync(time.Token));

        throw new TimeoutException("The outbox never held that message.");
    }

    /// <summary>Tries a password: ok, wrong, locked, mustChange or disabled.</summary>
    public async Task<string> SignInAsync(string userName, string password)
    {
        using var answer = await _http.PostAsJsonAsync("demo/sign-in", new { userName, password });
        return (await answer.Content.ReadFromJsonAsync<Dictionary<string, string>>())!["result"];
    }

    public void Dispose() => _http.Dispose();

    [GeneratedRegex(@"\b[0-9]{6}\b")]
    private static partial Regex Code();
}
