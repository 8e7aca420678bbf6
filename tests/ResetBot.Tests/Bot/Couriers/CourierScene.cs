using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace ResetBot.Tests.Bot.Couriers;

/// <summary>The couriers that a configuration makes, with a clock that is turned and a log that is kept.</summary>
internal sealed class CourierScene : IDisposable
{
    private readonly List<ServiceProvider> _made = [];

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero));

    public CourierLog Log { get; } = new();

    /// <summary>Makes them.</summary>
    /// <param name="add">Takes the couriers into use, from a section of the configuration.</param>
    /// <param name="usual">The section, as it works.</param>
    /// <param name="settings">What is different in it.</param>
    public ServiceProvider Make(
        Action<IServiceCollection, IConfiguration> add, IEnumerable<(string Name, string Value)> usual, IEnumerable<(string Name, string Value)> settings)
    {
        var values = new Dictionary<string, string?>();
        foreach (var (name, value) in usual.Concat(settings))
        {
            values[name] = value;
        }

        var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Time)
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        add(services, new ConfigurationBuilder().AddInMemoryCollection(values).Build());
        _made.Add(services.BuildServiceProvider());
        return _made[^1];
    }

    public void Dispose()
    {
        _made.ForEach(services => services.Dispose());
        Log.Dispose();
    }
}
