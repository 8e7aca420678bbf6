using System.Net;

namespace ResetBot.Testing.Conversations;

/// <summary>What a page with script hears of its conversation.</summary>
public sealed class NewsStream : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpResponseMessage _answer;
    private readonly StreamReader _lines;

    private NewsStream(HttpResponseMessage answer, StreamReader lines)
    {
        _answer = answer;
        _lines = lines;
    }

    /// <summary>Begins to listen as a browser does, with its cookies.</summary>
    public static async Task<NewsStream> OpenAsync(WebDriver web)
    {
        var answer = await web.Client.GetAsync(new Uri(web.Client.BaseAddress!, "/events"), HttpCompletionOption.ResponseHeadersRead);
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            throw new StoryException($"The stream was answered {(int)answer.StatusCode}.");
        }

        var stream = new NewsStream(answer, new StreamReader(await answer.Content.ReadAsStreamAsync()));
        await stream.HearsAsync(": hello");
        return stream;
    }

    /// <summary>The next line that is not empty; null when the stream has ended.</summary>
    public async Task<string?> NextAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        string? line;
        do
        {
            line = await _lines.ReadLineAsync(limit.Token);
        }
        while (line is "");
        return line;
    }

    public async Task HearsAsync(string expected)
    {
        var line = await NextAsync();
        if (line != expected)
        {
            throw new StoryException($"'{line ?? "(the end)"}' came instead of '{expected}'.");
        }
    }

    /// <summary>Hears what it has to hear, and then nothing any more.</summary>
    public async Task EndsAsync()
    {
        while (await NextAsync() is not null)
        {
        }
    }

    public void Dispose()
    {
        _lines.Dispose();
        _answer.Dispose();
    }
}
