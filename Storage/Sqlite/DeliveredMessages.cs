using ResetBot.Storage.Documents;

namespace ResetBot.Storage.Sqlite;

/// <summary>Messages that were delivered and are to be erased together: one after another they would touch the same pages again and again.</summary>
internal sealed class DeliveredMessages
{
    private readonly List<long> _sequences = [];
    private readonly List<DocumentWrite> _kept = [];
    private readonly TaskCompletionSource _erased = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Count => _sequences.Count;

    /// <summary>What is saved with them, whatever was saved under its key before.</summary>
    public IReadOnlyList<DocumentWrite> Kept => _kept;

    /// <summary>Done when none of them is on disk any more.</summary>
    public Task Erased => _erased.Task;

    public void Add(OutboxSettlement delivered)
    {
        _sequences.Add(delivered.Sequence);
        if (delivered.Kept is { } kept)
        {
            _kept.Add(kept);
        }
    }

    /// <summary>The first and last of each run of messages that follow one another.</summary>
    public IEnumerable<(long First, long Last)> Runs()
    {
        _sequences.Sort();
        for (var index = 0; index < _sequences.Count; index++)
        {
            var first = _sequences[index];
            while (index + 1 < _sequences.Count && _sequences[index + 1] == _sequences[index] + 1)
            {
                index++;
            }

            yield return (first, _sequences[index]);
        }
    }

    public void Complete() => _erased.TrySetResult();

    public void Fail(Exception why) => _erased.TrySetException(why);
}
