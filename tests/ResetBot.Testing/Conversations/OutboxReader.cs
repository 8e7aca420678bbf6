using System.Text.RegularExpressions;

namespace ResetBot.Testing.Conversations;

/// <summary>The mailboxes and phones of everybody, as what was sent shows them.</summary>
public sealed partial class OutboxReader(IChatService service)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Everything that was sent, the newest last.</summary>
    public async Task<IReadOnlyList<SentMail>> AllAsync()
    {
        await service.QuietAsync();
        return await service.SentAsync();
    }

    /// <summary>What was sent to one address or number, the newest last.</summary>
    public async Task<IReadOnlyList<SentMail>> ToAsync(string destination) =>
        [.. (await AllAsync()).Where(message => message.To == destination)];

    /// <summary>The code that was sent last to an address or number, when more than those that were <paramref name="used"/> were.</summary>
    public Task<string> CodeAsync(string destination, int used = 0) => LastAsync("code", destination, CodeIn, used);

    /// <summary>The link in the notice that was sent last to an address or number.</summary>
    public Task<string> ObjectionAsync(string destination) => LastAsync(
        "notice with a link", destination, text => Objection().Match(text) is { Success: true } found ? found.Value : null);

    /// <summary>A code that is not the one that was sent last.</summary>
    public async Task<string> WrongCodeAsync(string destination) => Wrong(await CodeAsync(destination));

    /// <summary>The code that a message tells, written or read out digit by digit; null when it tells none.</summary>
    public static string? CodeIn(string text) => Code().Match(text) is { Success: true } found ? found.Value.Replace(", ", "", StringComparison.Ordinal) : null;

    /// <summary>Another code.</summary>
    public static string Wrong(string code) => ((int.Parse(code) + 1) % 1_000_000).ToString("D6");

    // Of a process of its own nobody knows when it has sent everything: it is asked until what is looked for is there.
    private async Task<string> LastAsync(string what, string destination, Func<string, string?> find, int used = 0)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!limit.IsCancellationRequested)
        {
            var complete = await service.QuietAsync();
            if ((await ToAsync(destination)).Select(message => find(message.Text)).OfType<string>().Skip(used).LastOrDefault() is { } found)
            {
                return found;
            }

            if (complete)
            {
                break;
            }
        }

        throw new StoryException($"No {what} was sent to {destination}.");
    }

    [GeneratedRegex(@"http\S+/not-me/[A-Za-z0-9_-]{43}")]
    private static partial Regex Objection();

    [GeneratedRegex(@"\b\d{6}\b|\b\d(?:, \d){5}\b")]
    private static partial Regex Code();
}
