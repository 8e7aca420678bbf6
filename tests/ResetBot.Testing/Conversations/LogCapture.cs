using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ResetBot.Testing.Conversations;

/// <summary>Keeps what a host logs, exceptions included.</summary>
internal sealed class LogCapture : ILoggerProvider, ILogger
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly ConcurrentQueue<string> _lines = new();
    private readonly Signal _more = new();

    public IReadOnlyCollection<string> Lines => _lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        _lines.Enqueue($"{logLevel}: {formatter(state, exception)}{(exception is null ? "" : " " + exception)}");
        _more.Raise();
    }

    /// <summary>Waits until so many lines have these words.</summary>
    public Task SaysAsync(string words, int times) =>
        _more.UntilAsync(() => _lines.Count(line => line.Contains(words, StringComparison.Ordinal)) >= times, Patience);

    public void Dispose()
    {
    }
}
