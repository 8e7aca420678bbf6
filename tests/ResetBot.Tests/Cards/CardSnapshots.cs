using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ResetBot.Cards.Rendering;
using ResetBot.Cards.Words;
using ResetBot.Testing;
using ResetBot.Tests.Cards.Rendering;
using Xunit;

namespace ResetBot.Tests.Cards;

/// <summary>
/// What each card looks like, once for every renderer, as a file that a reviewer can read. After a change that is meant, run the tests with
/// RESETBOT_ACCEPT_SNAPSHOTS=1, and read the difference before it is committed.
/// </summary>
public sealed class CardSnapshots
{
    private static readonly string Folder = Path.Combine(Lab.Repository, "tests", "ResetBot.Tests", "Cards", "Snapshots");
    private static readonly bool Accepts = Environment.GetEnvironmentVariable("RESETBOT_ACCEPT_SNAPSHOTS") == "1";
    private static readonly WordBook Words = WordBook.For("en");
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static TheoryData<string> Names => [.. CardSamples.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_card_reads_as_it_did(string name) =>
        await IsAsAcceptedAsync($"{name}.txt", TextRenderer.Render(CardSamples.All[name].Draw(Words), Words));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_card_is_drawn_as_it_was(string name) => await IsAsAcceptedAsync(
        $"{name}.json", Adaptive.Tree(CardSamples.All[name].Draw(Words), "a-prompt", Words).ToJsonString(Readable));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_card_is_built_of_the_blocks_it_was(string name) => await IsAsAcceptedAsync(
        $"{name}.blocks.json", JsonNode.Parse(BlockKitRenderer.Render(CardSamples.All[name].Draw(Words), "a-prompt", Words).Span)!.ToJsonString(Readable));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_card_stands_on_a_page_as_it_did(string name)
    {
        var form = new HtmlForm("/", [new("token", "a-token")]).For("a-prompt");
        var drawn = HtmlRenderer.Render(CardSamples.All[name].Draw(Words), Words, "t1", form);
        await IsAsAcceptedAsync($"{name}.html", drawn.Replace("><", ">\n<", StringComparison.Ordinal));
    }

    [Fact]
    public void No_snapshot_is_left_of_a_card_that_is_gone()
    {
        var expected = CardSamples.All.Keys.SelectMany(name => new[] { $"{name}.blocks.json", $"{name}.html", $"{name}.json", $"{name}.txt" }).Order(StringComparer.Ordinal);

        Assert.Equal(expected, Directory.GetFiles(Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal)!);
    }

    private static async Task IsAsAcceptedAsync(string file, string drawn)
    {
        var path = Path.Combine(Folder, file);
        if (Accepts)
        {
            Directory.CreateDirectory(Folder);
            await File.WriteAllTextAsync(path, drawn + "\n");
            return;
        }

        Assert.True(File.Exists(path), $"There is no {path}. Run with RESETBOT_ACCEPT_SNAPSHOTS=1 to make it, and read it.");
        Assert.Equal(await File.ReadAllTextAsync(path), drawn + "\n");
    }
}
