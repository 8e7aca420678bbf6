using System.Globalization;
using Microsoft.Extensions.Logging;
using ResetBot.Recovery.Passwords.Breached;
using ResetBot.Recovery.Secrets;

namespace ResetBot.Tests.Bot.BreachedPasswords;

/// <summary>A folder of its own, a few made-up breached passwords in it, and everything that is logged.</summary>
internal sealed class BreachScene : ILoggerProvider
{
    public const string Listed = "copper-moons";
    private readonly List<string> _log = [];

    public string Folder { get; } = Directory.CreateTempSubdirectory("resetbot-breached-").FullName;

    public string Log => string.Join('\n', _log);

    public static (string Prefix, string Suffix) Parts(string password)
    {
        using var secret = new NewPassword(password);
        using var fingerprint = PasswordFingerprint.Of(secret);
        return (fingerprint.Prefix, fingerprint.Suffix.ToString());
    }

    public static string Hash(string password) => Parts(password).Prefix + Parts(password).Suffix;

    /// <summary>Lines <c>HASH:COUNT</c> of so many made-up passwords (the n-th was found n times), ordered by hash.</summary>
    public static List<string> Lines(int count) =>
    [
        .. Enumerable.Range(1, count).Select(i => (Hash: Hash(Named(i)), Times: i)).OrderBy(line => line.Hash, StringComparer.Ordinal)
            .Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Hash}:{line.Times}")),
    ];

    public static string Named(int number) => $"copper-moon-{number}";

    public static async Task<BreachAnswer> AskAsync(IBreachedPasswords source, string password)
    {
        using var secret = new NewPassword(password);
        using var fingerprint = PasswordFingerprint.Of(secret);
        return await source.LookUpAsync(fingerprint, CancellationToken.None);
    }

    public string Write(string name, string text)
    {
        var file = Path.Combine(Folder, name);
        File.WriteAllText(file, text);
        return file;
    }

    public ILogger<T> Logger<T>() => new LoggerFactory([this]).CreateLogger<T>();

    public ILogger CreateLogger(string categoryName) => new Writer(this);

    public void Dispose()
    {
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private sealed class Writer(BreachScene scene) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (scene._log)
            {
                scene._log.Add($"{formatter(state, exception)} {exception}");
            }
        }
    }
}
