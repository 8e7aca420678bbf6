using System.Globalization;
using System.Text;
using ResetBot.Storage.Documents;
using Xunit;

namespace ResetBot.Tests.Storage;

public sealed class RecentDocumentsTests
{
    private const string Table = "note";

    // Room for a few hundred of those below.
    private readonly RecentDocuments _recent = new(600_000);

    [Fact]
    public void What_was_saved_last_is_found_however_it_grew_and_shrank()
    {
        foreach (var (version, length) in new[] { 300, 900, 12, 13, 64, 65, DocumentRoom.LongestBody, 1 }.Index())
        {
            Save("a", version, length);
            Assert.Equal((version + 1, Body("a", version + 1, length)), Find("a"));
        }
    }

    [Fact]
    public void What_is_too_long_is_not_kept_and_pushes_nobody_out()
    {
        Save("other", 0, 100);
        Save("a", 0, 100);
        Save("a", 1, DocumentRoom.LongestBody + 1);
        Assert.Null(Find("a"));
        Assert.NotNull(Find("other"));
        Save("a", 2, 100);
        Assert.Equal((3, Body("a", 3, 100)), Find("a"));
    }

    [Fact]
    public void That_there_is_none_is_known_until_there_is_one()
    {
        Assert.Null(Find("a"));
        _recent.Learn(Table, "a", StoredDocument.None, _recent.Commits);
        Assert.Equal((0, null), Find("a"));
        Assert.True(_recent.TryFindVersion(Table, "a", out var version) && version == 0);
        Assert.False(_recent.TryFindVersion("other", "a", out _));
        Save("a", 0, 50);
        Assert.Equal((1, Body("a", 1, 50)), Find("a"));
    }

    [Fact]
    public void What_was_read_before_a_commit_is_not_believed_after_it()
    {
        var commits = _recent.Commits;
        Save("a", 4, 50);
        _recent.Learn(Table, "a", new StoredDocument(4, "old"u8.ToArray()), commits);
        Assert.Equal(5, Find("a")?.Version);
        _recent.Forget([Write("a", 5, 50)]);
        Assert.Null(Find("a"));
        _recent.Learn(Table, "a", new StoredDocument(4, "old"u8.ToArray()), commits);
        Assert.Null(Find("a"));
        Save("b", 0, 50);
        _recent.Clear();
        Assert.Null(Find("b"));
    }

    // As many as have room many times over, again and again, in any order and of any length: what is found is always the last, and who was used just now is found.
    [Fact]
    public void Nothing_else_than_the_last_is_ever_found_and_what_is_used_stays()
    {
        var last = new Dictionary<string, (long Version, int Length)>();
        var random = new Random(7);
        var (found, missed) = (0, 0);
        for (var step = 0; step < 60_000; step++)
        {
            var key = random.Next(4) == 0 ? $"often {random.Next(20)}" : $"seldom {random.Next(3_000)}";
            if (Find(key) is { } known)
            {
                Assert.Equal((last[key].Version, Body(key, last[key].Version, last[key].Length)), known);
                found += key[0] == 'o' ? 1 : 0;
            }
            else
            {
                missed += key[0] == 'o' ? 1 : 0;
            }

            var before = last.GetValueOrDefault(key).Version;
            var length = random.Next(200) == 0 ? random.Next(70_000) : 1 + random.Next(1_200);
            Save(key, before, length);
            last[key] = (before + 1, length);
        }

        Assert.True(missed < 0.02 * found, $"{missed} of {found + missed} were not found.");
    }

    [Fact]
    public async Task A_body_is_never_of_two_versions_while_it_is_saved_anew()
    {
        using var done = new CancellationTokenSource();
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            var read = 0;
            do
            {
                foreach (var number in Enumerable.Range(0, 12))
                {
                    if (Find($"{number}") is { } known)
                    {
                        Assert.Equal(Body($"{number}", known.Version, (int)(known.Version % 700) + 1), known.Body);
                        read++;
                    }
                }
            }
            while (!done.IsCancellationRequested);
            return read;
        })).ToList();
        for (var version = 0; version < 4_000; version++)
        {
            foreach (var number in Enumerable.Range(0, 12))
            {
                Save($"{number}", version, ((version + 1) % 700) + 1);
            }

            Save($"passing {version}", 0, 900);
        }

        await done.CancelAsync();
        Assert.All(await Task.WhenAll(readers), read => Assert.True(read > 0));
    }

    private void Save(string key, long version, int length) => _recent.Note([Write(key, version, length)]);

    private (long Version, string? Body)? Find(string key) =>
        _recent.TryFind(Table, key, Encoding.UTF8.GetString, out var version, out var body) ? (version, body) : null;

    private static DocumentWrite Write(string key, long version, int length) =>
        new(Table, version, new DocumentRow(key, Encoding.UTF8.GetBytes(Body(key, version + 1, length)), default), default, IsReadAgain: true);

    // Says over and over whose it is.
    private static string Body(string key, long version, int length)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{key}/{version};");
        return string.Concat(Enumerable.Repeat(name, (length / name.Length) + 1))[..length];
    }
}
