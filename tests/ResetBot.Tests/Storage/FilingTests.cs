using ResetBot.Recovery.Work;
using ResetBot.Storage;
using Xunit;

namespace ResetBot.Tests.Storage;

/// <summary>By what a document is found follows what it says, from whatever it said before, and across a restart.</summary>
public sealed class FilingTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Soon = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly StoreScene _store = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    public static TheoryData<int, int> Changes() => [.. from before in Enumerable.Range(0, 8) from after in Enumerable.Range(0, 8) select (before, after)];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task It_is_found_by_what_it_says_now(int before, int after)
    {
        await SaveAsync(before);
        if (before % 2 == 1)
        {
            await _store.ReopenAsync();
        }

        await SaveAsync(after);
        await _store.ReopenAsync();

        var documents = _store.Get<IDueDocuments>();
        Assert.Equal(Has(after, 1) ? ["a"] : [], documents.OwnedBy<Filed>("somebody", 10));
        Assert.Equal(Has(after, 2) ? ["a"] : [], documents.Due<Filed>(Soon, 10));
        Assert.Equal(2, _store.Number("SELECT version FROM conversation"));
        Assert.Equal(Has(after, 4) ? 1 : 0, await documents.DeleteOutlivedAsync<Filed>(Soon));
    }

    private static bool Has(int bits, int bit) => (bits & bit) > 0;

    private Task<bool> SaveAsync(int bits) => _store.Units.RunAsync(
        async work =>
        {
            var filed = await work.FindAsync<Filed>("a", default) ?? new Filed { Key = "a" };
            (filed.Owner, filed.DueAt, filed.OutlivedAt) = (Has(bits, 1) ? "somebody" : null, Has(bits, 2) ? Soon : null, Has(bits, 4) ? Soon : null);
            work.Save(filed);
            return true;
        },
        default);

    private sealed class Filed : IDocument
    {
        public static string Kind => "conversation";

        public required string Key { get; init; }

        public string? Owner { get; set; }

        public DateTimeOffset? DueAt { get; set; }

        public DateTimeOffset? OutlivedAt { get; set; }
    }
}
