using FsCheck;
using FsCheck.Fluent;
using ResetBot.Bot.BreachedPasswords;
using ResetBot.Recovery.Passwords.Breached;
using Xunit;

namespace ResetBot.Tests.Bot.BreachedPasswords;

public sealed class SortedHashFileTests : IDisposable
{
    private readonly BreachScene _scene = new();

    public void Dispose() => _scene.Dispose();

    [Theory]
    [InlineData(1, "\n", true)]
    [InlineData(1, "\n", false)]
    [InlineData(2, "\r\n", true)]
    [InlineData(90, "\r\n", false)]
    [InlineData(100, "\n", true)]
    [InlineData(2000, "\r\n", true)]
    [InlineData(2000, "\r\n", false)]
    [InlineData(2000, "\n", false)]
    public async Task Every_line_is_found_and_nothing_else(int count, string end, bool endsWithOne)
    {
        var file = File(string.Join(end, BreachScene.Lines(count)) + (endsWithOne ? end : ""));
        for (var i = 1; i <= count; i++)
        {
            Assert.Equal(new BreachAnswer.Present(i), await BreachScene.AskAsync(file, BreachScene.Named(i)));
        }

        for (var i = count + 1; i <= count + 500; i++)
        {
            Assert.Equal(new BreachAnswer.Absent(), await BreachScene.AskAsync(file, BreachScene.Named(i)));
        }

        Assert.Equal("", _scene.Log);
    }

    [Fact]
    public void Files_of_every_length_and_every_width_of_count_are_searched_alike() => Prop.ForAll(
        Gen.Choose(1, 400).Zip(Gen.Choose(0, 12)).ToArbitrary(),
        shape =>
        {
            var (count, width) = shape;
            var lines = BreachScene.Lines(count).Select((line, i) => line + new string('0', (i * width) % 13));
            var file = File(string.Join('\n', lines));
            return Enumerable.Range(1, count).All(i => Ask(file, i) is BreachAnswer.Present)
                && Enumerable.Range(count + 1, 20).All(i => Ask(file, i) is BreachAnswer.Absent);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task Small_letters_are_found_too()
    {
        var file = File(string.Join('\n', BreachScene.Lines(500).Select(line => line.ToLowerInvariant())));

        Assert.Equal(new BreachAnswer.Present(321), await BreachScene.AskAsync(file, BreachScene.Named(321)));
        Assert.Equal(new BreachAnswer.Absent(), await BreachScene.AskAsync(file, BreachScene.Named(501)));
    }

    [Fact]
    public async Task A_large_file_is_not_read_whole()
    {
        // Sparse: as large as the real one, with lines at its very beginning and zeros behind, where halving begins.
        var path = _scene.Write("large.txt", string.Join('\n', BreachScene.Lines(100)) + "\n");
        using (var stream = System.IO.File.OpenWrite(path))
        {
            stream.SetLength(40L << 30);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        var answer = await BreachScene.AskAsync(Source(path), BreachScene.Named(1));
        Assert.Equal(new BreachAnswer.Unavailable(), answer);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 1_000_000);
    }

    [Fact]
    public async Task A_damaged_line_is_no_proof_that_a_password_is_absent()
    {
        var lines = BreachScene.Lines(2000);
        var place = lines.FindIndex(line => line.StartsWith(BreachScene.Hash(BreachScene.Named(77)), StringComparison.Ordinal));
        lines[place] = lines[place][..^8] + "?";

        Assert.Equal(new BreachAnswer.Unavailable(), await BreachScene.AskAsync(File(string.Join('\n', lines)), BreachScene.Named(77)));
        Assert.Contains("damaged, or not ordered", _scene.Log, StringComparison.Ordinal);
        Assert.DoesNotContain(BreachScene.Parts(BreachScene.Named(77)).Prefix, _scene.Log, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_file_that_is_ordered_by_count_is_never_taken_for_one_that_is_ordered_by_hash()
    {
        var file = File(string.Join('\n', BreachScene.Lines(2000).OrderBy(line => int.Parse(line[41..], null))));
        for (var i = 2001; i <= 2100; i++)
        {
            Assert.Equal(new BreachAnswer.Unavailable(), await BreachScene.AskAsync(file, BreachScene.Named(i)));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n")]
    [InlineData("no list at all")]
    public async Task What_is_no_list_says_nothing(string text) =>
        Assert.Equal(new BreachAnswer.Unavailable(), await BreachScene.AskAsync(File(text), BreachScene.Listed));

    [Fact]
    public async Task A_file_that_went_away_says_nothing()
    {
        var file = File("x");
        System.IO.File.Delete(Path.Combine(_scene.Folder, "hashes.txt"));

        Assert.Equal(new BreachAnswer.Unavailable(), await BreachScene.AskAsync(file, BreachScene.Listed));
        Assert.Contains("could not be read", _scene.Log, StringComparison.Ordinal);
    }

    private static BreachAnswer Ask(SortedHashFile file, int number) => BreachScene.AskAsync(file, BreachScene.Named(number)).GetAwaiter().GetResult();

    private SortedHashFile File(string text) => Source(_scene.Write("hashes.txt", text));

    private SortedHashFile Source(string path) => new(path, _scene.Logger<SortedHashFile>());
}
