using System.Collections.Concurrent;

namespace ResetBot.Bot.Channels.Teams.Trust;

/// <summary>
/// The connector addresses that verified tokens have named since the start. After a restart it is empty; then the service URL of a stored
/// conversation reference counts, since a reference is stored only from an activity that came with a verified token.
/// </summary>
internal sealed class ProvenServiceUrls
{
    // Verified tokens name a handful of regions; the ceiling only keeps a mistake from growing without end.
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<string, byte> _proven = new(StringComparer.OrdinalIgnoreCase);

    public void Prove(string serviceUrl)
    {
        if (_proven.Count < Most)
        {
            _proven.TryAdd(serviceUrl.TrimEnd('/'), 0);
        }
    }

    public bool IsProven(string serviceUrl) => _proven.ContainsKey(serviceUrl.TrimEnd('/'));
}
