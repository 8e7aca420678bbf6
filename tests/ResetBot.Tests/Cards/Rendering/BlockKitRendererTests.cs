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

    private static readonly Gen<CardElement> Element = Gen.OneOf<CardElement>(
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

    internal static JsonArray Blocks(Card card) => JsonNode.Parse(BlockKitRenderer.Render(card, "a-prompt", Words).Span)!.AsArray();

    private static IEnumerable<JsonObject> Elements(Card card) => Blocks(card)
        .Where(block => (string?)block!["type"] == "actions")
        .SelectMany(block => block!["elements"]!.AsArray())
        .Select(element => element!.AsObject());

    private static bool BlockStands(CardButton button) => button is not CardButton.Open { Address: var address } || !address.StartsWith("mailto", StringComparison.Ordinal);
}
