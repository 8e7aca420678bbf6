using System.Text.Json.Nodes;
using ResetBot.Cards.Model;
using ResetBot.Cards.Rendering;
using ResetBot.Cards.Words;
using Xunit;

namespace ResetBot.Tests.Cards.Rendering;

/// <summary>Tables and charts in Teams: every client shows the figures, and no message is too large for it.</summary>
public sealed class AdaptiveFiguresTests
{
    private static readonly WordBook Words = WordBook.For("en");

    public static TheoryData<CardElement> Huge =>
    [
        new CardElement.Table("Caption", ["H", "I"], [.. Enumerable.Range(0, 10_000).Select(row => (IReadOnlyList<Cell>)[new($"{row}"), Cell.Of(row, Words)])]),
        new CardElement.Table("Caption", [.. Enumerable.Repeat("Heading", 400)], [[.. Enumerable.Repeat(new Cell("cell"), 400)]]),
        new CardElement.Table("Caption", ["H"], [.. Enumerable.Repeat((IReadOnlyList<Cell>)[new(new string('_', 40_000))], 30)]),
        new CardElement.Chart("Title", "Axis", ChartKind.Line, [.. Enumerable.Range(0, 5000).Select(at => $"{at}")], [new("s", [.. Enumerable.Range(0, 5000)])]),
        new CardElement.Chart("Title", "Axis", ChartKind.Bar, ["a"], [.. Enumerable.Range(0, 500).Select(at => new ChartSeries($"{at}", [at]))]),
        new CardElement.Chart("Title", "Axis", ChartKind.Bar, [new string('c', 30_000)], [new("s", [1])]),
    ];

    [Theory]
    [MemberData(nameof(Huge))]
    public void What_is_left_out_of_a_huge_card_is_said_and_its_buttons_stay(CardElement figures)
    {
        var card = new Card("Title", [figures, figures, figures], [new CardButton.Choose("Status", "status")], "Summary");
        var drawn = AdaptiveCardRenderer.Render(card, "a-prompt", Words);

        // Teams counts two bytes a letter, and takes about 100 KB.
        Assert.InRange(System.Text.Encoding.UTF8.GetString(drawn.Span).Length * 2, 0, 80_000);
        Assert.Contains("\"choice\":\"status\"", System.Text.Encoding.UTF8.GetString(drawn.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_that_do_not_fit_are_counted()
    {
        var table = new CardElement.Table("Caption", ["H", "I"], [.. Enumerable.Range(0, 1000).Select(row => (IReadOnlyList<Cell>)[new($"{row}"), new("x")])]);
        var body = Body(table);
        var shown = body.Single(element => Type(element) == "Table")!["rows"]!.AsArray().Count - 1;
        Assert.InRange(shown, 50, 999);
        Assert.Equal($"Rows that do not fit here: {1000 - shown}.", (string?)body[^1]!["text"]);
    }

    [Fact]
    public void A_client_without_tables_shows_the_same_rows_as_facts()
    {
        var table = Body(FiguresCard.Weeks).Single(element => Type(element) == "Table")!;
        var facts = table["fallback"]!["facts"]!.AsArray();
        Assert.Equal(table["rows"]!.AsArray().Count - 1, facts.Count);
        Assert.Equal("45", (string?)facts[0]!["title"]);
        Assert.Equal("Done: 1,204; Refused: 17; Most used: Text message", (string?)facts[0]!["value"]);
        Assert.Contains(@"\*Email\* \_now\_", (string?)facts[1]!["value"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ChartKind.Pie, "Chart.Pie")]
    [InlineData(ChartKind.Bar, "Chart.VerticalBar.Grouped")]
    [InlineData(ChartKind.Line, "Chart.Line")]
    public void A_client_without_charts_shows_their_figures_as_a_table(ChartKind kind, string type)
    {
        var chart = Body(new CardElement.Chart("Title", "Method", kind, ["Email", "Passkey"], [new("Resets", [61, 0])])).Single(element => Type(element) == type)!;
        var items = chart["fallback"]!["items"]!.AsArray();
        Assert.Equal("Title", (string?)items[0]!["text"]);
        Assert.Equal(3, items[1]!["rows"]!.AsArray().Count);
        var points = kind == ChartKind.Pie ? chart["data"]! : chart["data"]![0]!["values"]!;
        Assert.Equal("Email", (string?)points[0]![kind == ChartKind.Pie ? "legend" : "x"]);
        Assert.Equal(61, points[0]![kind == ChartKind.Pie ? "value" : "y"]!.GetValue<decimal>());
    }

    [Fact]
    public void A_pie_of_nothing_and_a_table_of_many_columns_are_shown_as_figures()
    {
        Assert.Contains(Body(new CardElement.Chart("Title", "Method", ChartKind.Pie, ["Email"], [new("Resets", [0])])), element => Type(element) == "Table");
        var wide = new CardElement.Table("Caption", [.. Enumerable.Repeat("H", 12)], [[.. Enumerable.Repeat(new Cell("c"), 12)]]);
        Assert.Contains(Body(wide), element => Type(element) == "FactSet");
    }

    private static JsonArray Body(CardElement figures) => Adaptive.Tree(new Card("Title", [figures], [], "Summary"), "a-prompt", Words)["body"]!.AsArray();

    private static string? Type(JsonNode? element) => (string?)element!["type"];
}
