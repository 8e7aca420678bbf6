using System.Globalization;

namespace ResetBot.Benchmarks;

/// <summary>The far end: takes every reply and counts them.</summary>
internal sealed class Connector : IDisposable
{
    private readonly HttpClient _client = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("resetbot-connector-").FullName;
    private readonly Child _nginx;

    public Connector() => _nginx = Child.Start("nginx", ["-p", _folder, "-c", Path.Combine(Repository.Root, "bench", "connector.conf"), "-e", "stderr"]);

    /// <summary>How many replies came in all.</summary>
    public async Task<long> CountAsync()
    {
        var page = await _client.GetStringAsync(new Uri("http://127.0.0.1:5991/count"));

        // The third line has connections accepted, connections handled and requests; asking counts as one.
        return long.Parse(page.Split('\n')[2].Split(' ', StringSplitOptions.RemoveEmptyEntries)[2], CultureInfo.InvariantCulture);
    }

    public void Dispose()
    {
        _nginx.Dispose();
        _client.Dispose();
        Directory.Delete(_folder, recursive: true);
    }
}
