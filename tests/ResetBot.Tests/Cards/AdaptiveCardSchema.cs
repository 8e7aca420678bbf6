using ResetBot.Cards.Model;
using ResetBot.Cards.Words;
using ResetBot.Testing;
using ResetBot.Tests.Cards.Rendering;
using Xunit;

namespace ResetBot.Tests.Cards;

/// <summary>Every card, in every language, against the published schema of Adaptive Cards 1.5, and the types that Teams has for them.</summary>
public sealed class AdaptiveCardSchema : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private readonly string _folder = Directory.CreateTempSubdirectory("resetbot-cards-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Every_card_satisfies_the_published_schema_in_every_language()
    {
        var schema = Lab.RequireSchema("adaptive-card-1.5.json");
        await Lab.RequireAsync("schema");
        await WriteEveryCardAsync();

        var (exit, output, errors) = await ValidateAsync(schema);

        Assert.True(exit == 0, output + errors);
        Assert.Equal(CardSamples.All.Count * WordBook.Languages.Count, output.Split('\n').Count(line => line.EndsWith(": ok", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_fault_in_a_card_would_be_seen()
    {
        var schema = Lab.RequireSchema("adaptive-card-1.5.json");
        await Lab.RequireAsync("schema");
        var words = WordBook.For("en");
        var drawn = Adaptive.Tree(CardSamples.All["Welcome"].Draw(words), "a-prompt", words);
        drawn["body"]![0]!["size"] = "Enormous";
        await File.WriteAllTextAsync(Path.Combine(_folder, "wrong.json"), drawn.ToJsonString());

        var (exit, output, _) = await ValidateAsync(schema);

        Assert.Equal(1, exit);
        Assert.Contains("/body/0", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_card_has_the_types_of_Teams_in_every_language()
    {
        await Lab.RequireAsync("teams");
        await WriteEveryCardAsync();

        var (exit, output, errors) = await TypesAsync();

        Assert.True(exit == 0, output + errors);
        Assert.Contains($"{CardSamples.All.Count * WordBook.Languages.Count} checked", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_in_a_chart_would_be_seen()
    {
        await Lab.RequireAsync("teams");
        var words = WordBook.For("en");
        var drawn = Adaptive.Tree(CardSamples.All["Figures.Pie"].Draw(words), "a-prompt", words);
        drawn["body"]![1]!["data"]![0]!["label"] = "Email";
        await File.WriteAllTextAsync(Path.Combine(_folder, "wrong.json"), drawn.ToJsonString());

        var (exit, output, _) = await TypesAsync();

        Assert.Equal(1, exit);
        Assert.Contains("wrong.json", output, StringComparison.Ordinal);
        Assert.Contains("label", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_card_has_a_sample()
    {
        var cards = typeof(ICard).Assembly.GetTypes().Where(type => type.IsAssignableTo(typeof(ICard)) && type is { IsInterface: false, IsAbstract: false });

        Assert.Empty(cards.Except(CardSamples.All.Values.Select(card => card.GetType())).Select(card => card.Name));
    }

    private async Task WriteEveryCardAsync()
    {
        foreach (var words in WordBook.Languages.Select(WordBook.For))
        {
            foreach (var (name, card) in CardSamples.All)
            {
                var drawn = Adaptive.Tree(card.Draw(words), "a-prompt", words);
                await File.WriteAllTextAsync(Path.Combine(_folder, $"{name}.{words.Language}.json"), drawn.ToJsonString());
            }
        }
    }

    private Task<(int Exit, string Output, string Errors)> TypesAsync() =>
        LabCommand.RunAsync("node", [Path.Combine(Lab.Folder, "teams", "types.js"), _folder], Limit);

    private Task<(int Exit, string Output, string Errors)> ValidateAsync(string schema) => LabCommand.RunAsync(
        "node", [Path.Combine(Lab.Folder, "schema", "validate.js"), schema, .. Directory.GetFiles(_folder, "*.json")], Limit);
}
