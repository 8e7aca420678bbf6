using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;
using ResetBot.Storage;
using ResetBot.Tests.Recovery;

namespace ResetBot.Tests.Storage;

/// <summary>A store in a folder of its own, which can be closed and opened again.</summary>
internal sealed class StoreScene : IAsyncDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("resetbot-store-").FullName;
    private ServiceProvider _services;

    public StoreScene() => _services = Open();

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));

    public IUnitsOfWork Units => _services.GetRequiredService<IUnitsOfWork>();

    public IOutbox Outbox => _services.GetRequiredService<IOutbox>();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task ReopenAsync()
    {
        await _services.DisposeAsync();
        _services = Open();
    }

    /// <summary>Everything that stands in the file and its log, as the bytes on disk.</summary>
    public string Bytes()
    {
        var text = "";
        foreach (var file in Directory.GetFiles(_folder))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream, System.Text.Encoding.Latin1);
            text += reader.ReadToEnd();
        }

        return text;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private ServiceProvider Open() => new ServiceCollection()
        .AddLogging()
        .AddSingleton<TimeProvider>(Clock)
        .AddSingleton<IKeyRing>(new FixedKeys())
        .AddSqliteStorage(_ => new StorageOptions { File = Path.Combine(_folder, "resetbot.db") })
        .BuildServiceProvider();
}
