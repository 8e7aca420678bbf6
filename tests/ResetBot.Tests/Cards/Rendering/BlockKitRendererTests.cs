using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using ResetBot.Cards.Model;
using ResetBot.Cards.Rendering;
using ResetBot.Cards.Words;
using ResetBot.Testing.Slack;
using Xunit;

namespace ResetBot.Tests.Cards.Rendering;

/// <summary>Whatever a card holds becomes a message that Slack takes.</summary>
public sealed class BlockKitRendererTests
{
    private static readonly WordBook Words = WordBook.For("en");

    private static readonly Gen<string> Text = Gen.Frequency(
        (6, Gen.Elements("", "Reset", "Type the code that I sent to a***@private.example.", "*bold* _no_ <@U1> &amp; `x`", "Zurücksetzen 🔑")),
        (2, Gen.Choose(60, 400).Select(length => string.Concat(Enumerable.Repeat("word ", length))[..length])),
        (1, Gen.Choose(2900, 3100).Select(length => new string('x', length))),
        (1, Gen.Choose(10_000, 40_000).Select(length => string.Concat(Enumerable.Repeat("🔑 ", length / 3)))));

    private static readonly Gen<decimal> Figure = Gen.Elements(0m, 1m, -3m, 12.5m, 987_654m, decimal.MaxValue, decimal.MinValue);

    private static readonly Gen<string> Short = Gen.Frequency((8, Gen.Elements("Mon", "E-mail", "*b* <@U1> &", "|", "\u202eabc", "Zurücksetzen 🔑", "", " ")), (1, Text));

    private static readonly Gen<CardElement> Table =
        from columns in Gen.Frequency((6, Gen.Choose(1, 5)), (1, Gen.Choose(19, 22)))
        from rows in Gen.Frequency((6, Gen.Choose(0, 8)), (2, Gen.Choose(98, 103)), (1, Gen.Constant(500)))
        from cells in Short.Zip(Figure.Zip(Gen.Elements(true, false))).ListOf(columns * Math.Min(rows, 40) + 1)
        select (CardElement)new CardElement.Table(
            "Caption" + cells[0].Item1, [.. Enumerable.Repeat(cells[0].Item1, columns)],
            [.. Enumerable.Range(0, rows).Select(row => (IReadOnlyList<Cell>)[.. Enumerable.Range(0, columns).Select(column => Drawn(cells[((row * columns) + column) % cells.Count]))])]);

    private static readonly Gen<CardElement> Chart =
        from kind in Gen.Elements(Enum.GetValues<ChartKind>())
        from categories in Gen.Frequency((6, Gen.Choose(0, 7)), (2, Gen.Choose(19, 22)), (1, Gen.Constant(200)))
        from all in Gen.Frequency((4, Gen.Choose(0, 3)), (1, Gen.Choose(5, 8)))
        from name in Short
        from figures in Figure.ListOf(categories + 1)
        let series = kind == ChartKind.Pie ? Math.Min(all, 1) : all
        select (CardElement)new CardElement.Chart(
            "Title" + name, name, kind, [.. Enumerable.Range(0, categories).Select(at => at + name)],
            [.. Enumerable.Range(0, series).Select(at => new ChartSeries($"{name}{at}", [.. figures.Take(categories)]))]);

    private static readonly Gen<CardElement> Element = Gen.OneOf<CardElement>(
        Table,
        Chart,
        Text.Zip(Gen.Elements(Enum.GetValues<Tone>())).Select(drawn => (CardElement)new CardElement.Paragraph(drawn.Item1, drawn.Item2)),
        Text.Zip(Text).ListOf().Select(lines => (CardElement)new CardElement.Facts([.. lines.Select(line => new Fact(line.Item1, line.Item2))])),
        Text.Zip(Text).Select(drawn => (CardElement)new CardElement.Number(drawn.Item1, drawn.Item2 + "42")),
        Text.Zip(Gen.Elements(Enum.GetValues<FieldKind>())).Select(drawn => (CardElement)new CardElement.Field(drawn.Item1, drawn.Item1, drawn.Item2, 5000)));

    private static readonly Gen<CardButton> Button = Gen.OneOf<CardButton>(
        Text.Zip(Gen.Elements(true, false)).Select(drawn => (CardButton)new CardButton.Choose(drawn.Item1 + "a", "choice", drawn.Item2)),
        Text.Select(label => (CardButton)new CardButton.Open(label + "b", "https://resetbot.example.org/s/handle", Aside: label.Length > 100)),
        Text.Select(label => (CardButton)new CardButton.Open(label + "c", "mailto:help@contoso.example")),
        Text.Select(label => (CardButton)new CardButton.Submit(label + "d")));

    private static readonly Arbitrary<Card> Cards = Arb.From(
        Text.Zip(Gen.Choose(0, 12).SelectMany(count => Element.ListOf(count))).Zip(Button.ListOf()).Zip(Gen.Elements(true, false))
            .Select(drawn => new Card(drawn.Item1.Item1.Item1, [.. drawn.Item1.Item1.Item2], [.. drawn.Item1.Item2.Take(40)], "Summary", drawn.Item2)));

    [Fact]
    public void Every_card_becomes_blocks_that_Slack_takes() => Prop.ForAll(Cards, card =>
    {
        var blocks = Blocks(card);
        Assert.Null(blocks.Select(block => SlackBlocks.FaultOf(block!.AsObject())).FirstOrDefault(fault => fault is not null));
        Assert.Null(SlackBlocks.Fault(blocks));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void No_button_number_or_field_is_ever_left_out() => Prop.ForAll(Cards, card =>
    {
        var drawn = Blocks(card).ToJsonString();
        Assert.Equal(card.Buttons.Count(BlockStands), Elements(card).Count(element => (string?)element["type"] == "button"));
        Assert.Equal(card.Body.OfType<CardElement.Number>().Count(), Blocks(card).Count(block => block!.ToJsonString().Contains("rich_text_preformatted", StringComparison.Ordinal)));
        Assert.Equal(card.Body.OfType<CardElement.Field>().Count(), Blocks(card).Count(block => (string?)block!["type"] == "input"));
        Assert.All(card.Buttons.OfType<CardButton.Choose>(), choose => Assert.Contains($"a-prompt {choose.Value}", drawn, StringComparison.Ordinal));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void What_fits_is_shown_letter_by_letter()
    {
        const string Strange = "*not bold* <@U1> &amp; `code` _x_ ~y~ <https://evil.example|bank>";
        var card = new Card("Title", [new CardElement.Paragraph(Strange)], [], "Summary");
        Assert.Equal(Strange, (string?)Blocks(card)[1]!["elements"]![0]!["elements"]![0]!["text"]);
    }

    [Fact]
    public void A_message_holds_one_table_and_two_charts_at_most() => Prop.ForAll(Cards, card =>
    {
        var kinds = Blocks(card).Select(block => (string?)block!["type"]).ToList();
        Assert.InRange(kinds.Count(kind => kind == "data_table"), 0, 1);
        Assert.InRange(kinds.Count(kind => kind == "data_visualization"), 0, 2);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Theory]
    [MemberData(nameof(TooMuch))]
    public void What_Slack_cannot_draw_is_told_in_words(CardElement figures, string[] told)
    {
        var blocks = Blocks(new Card("Title", [figures], [], "Summary"));
        Assert.DoesNotContain(blocks, block => (string?)block!["type"] is "data_table" or "data_visualization");
        var text = string.Concat(SlackBlocks.Texts(blocks));
        Assert.All(told, part => Assert.Contains(part, text, StringComparison.Ordinal));
    }

    public static TheoryData<CardElement, string[]> TooMuch => new()
    {
        { Of(columns: 21, rows: 1), ["H0: c0", "H20: c20"] },
        { Of(columns: 1, rows: 101), ["H0: c0", "H0: c100"] },
        { new CardElement.Table("Caption", ["What", "Why"], [[new("Methods"), new(new string('x', 61))]]), ["Caption", "What: Methods", "Why: xxx"] },
        { FiguresCard.Sentences, ["What for: addresses, phone numbers", "How long: 90 days"] },
        { new CardElement.Table(new string('c', 151), ["What"], [[new("x")]]), ["What: x"] },
    };

    [Theory]
    [MemberData(nameof(NoCharts))]
    public void A_chart_that_Slack_cannot_draw_is_a_table_of_its_figures(CardElement.Chart chart)
    {
        var table = Assert.Single(Blocks(new Card("Title", [chart], [], "Summary")), block => (string?)block!["type"] == "data_table")!;
        Assert.Equal(chart.Title, (string?)table["caption"]);
        Assert.Equal(chart.Categories.Count + 1, table["rows"]!.AsArray().Count);
        Assert.Equal(chart.Series[0].Values[0], table["rows"]![1]![1]!["value"]!.GetValue<decimal>());
    }

    public static TheoryData<CardElement.Chart> NoCharts => new()
    {
        new CardElement.Chart(new string('t', 51), "Axis", ChartKind.Bar, ["a"], [new("s", [1])]),
        new CardElement.Chart("Title", "Axis", ChartKind.Bar, [new string('c', 21)], [new("s", [1])]),
        new CardElement.Chart("Title", "Axis", ChartKind.Bar, ["same", "same"], [new("s", [1, 2])]),
        new CardElement.Chart("Title", "Axis", ChartKind.Line, ["a"], [new("same", [1]), new("same", [2])]),
        new CardElement.Chart("Title", "Axis", ChartKind.Line, [.. Enumerable.Range(0, 21).Select(at => $"{at}")], [new("s", [.. Enumerable.Range(0, 21)])]),
        new CardElement.Chart("Title", "Axis", ChartKind.Line, ["a"], [.. Enumerable.Range(0, 7).Select(at => new ChartSeries($"{at}", [1]))]),
        new CardElement.Chart("Title", "Axis", ChartKind.Pie, ["a", "b"], [new("s", [0, 0])]),
        new CardElement.Chart("Title", "Axis", ChartKind.Pie, ["a", "b"], [new("s", [-1, 1])]),
        new CardElement.Chart("Title", "Axis", ChartKind.Pie, ["a", "b", "c", "d", "e", "f", "g"], [new("s", [1, 2, 3, 4, 5, 6, 7])]),
    };

    [Theory]
    [InlineData("a-prompt reset", "a-prompt", "reset")]
    [InlineData(" reset", "", "reset")]
    [InlineData("a-prompt other method", "a-prompt", "other method")]
    public void A_button_brings_back_its_question_and_choice(string value, string prompt, string choice) =>
        Assert.Equal((prompt, choice), BlockKitRenderer.Read(value));

    [Theory]
    [InlineData("")]
    [InlineData("reset")]
    [InlineData("a-prompt ")]
    public void Any_other_value_is_none_of_ours(string value) => Assert.Null(BlockKitRenderer.Read(value));

    private static Cell Drawn((string Text, (decimal Figure, bool IsNumber) Number) cell) => cell.Number.IsNumber ? Cell.Of(cell.Number.Figure, Words) : new Cell(cell.Text);

    private static CardElement.Table Of(int columns, int rows) => new(
        "Caption", [.. Enumerable.Range(0, columns).Select(column => $"H{column}")],
        [.. Enumerable.Range(0, rows).Select(row => (IReadOnlyList<Cell>)[.. Enumerable.Range(0, columns).Select(column => new Cell($"c{row + column}"))])]);

    internal static JsonArray Blocks(Card card) => JsonNode.Parse(BlockKitRenderer.Render(card, "a-prompt", Words).Span)!.AsArray();

    private static IEnumerable<JsonObject> Elements(Card card) => Blocks(card)
        .Where(block => (string?)block!["type"] == "actions")
        .SelectMany(block => block!["elements"]!.AsArray())
        .Select(element => element!.AsObject());

    private static bool BlockStands(CardButton button) => button is not CardButton.Open { Address: var address } || !address.StartsWith("mailto", StringComparison.Ordinal);
}
