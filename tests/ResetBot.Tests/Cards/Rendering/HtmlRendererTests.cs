using System.Text.Json;
using System.Text.Json.Serialization;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ResetBot.Cards.Model;
using ResetBot.Cards.Rendering;
using ResetBot.Cards.Words;
using Xunit;

namespace ResetBot.Tests.Cards.Rendering;

/// <summary>Cards on a web page: what is in them is shown and never obeyed, and what can be chosen works without script.</summary>
public sealed class HtmlRendererTests
{
    private static readonly WordBook Words = WordBook.For("en");
    private static readonly HtmlForm Form = new("/", [new("token", "a\"b<c>")]);

    public static TheoryData<string> Samples => [.. CardSamples.All.Keys];

    public static TheoryData<string> Nasty =>
    [
        "<script>alert(1)</script>",
        "\" onmouseover=\"alert(1)",
        "' autofocus onfocus='alert(1)",
        "</article></form><form action=https://evil.example>",
        "&lt;img src=x onerror=alert(1)&gt;<img src=x onerror=alert(1)>",
        "a\u0000b<!--c-->",
        new string('<', 100_000),
    ];

    [Theory]
    [MemberData(nameof(Nasty))]
    public void Markup_in_any_string_is_shown_and_not_obeyed(string text)
    {
        var card = new Card(
            text,
            [
                new CardElement.Paragraph(text, Tone.Warning),
                new CardElement.Facts([new Fact(text, text)]),
                new CardElement.Number(text, text),
                new CardElement.Field(text, text, FieldKind.Text, 10),
                new CardElement.Table(text, [text, text], [[new(text), new(text)]]),
                new CardElement.Chart(text, text, ChartKind.Bar, [text], [new(text, [1])]),
            ],
            [new CardButton.Submit(text), new CardButton.Choose(text, text), new CardButton.Open(text, "https://example.org/?" + Uri.EscapeDataString(text))],
            text);
        var page = Parse(HtmlRenderer.Render(card, Words, "t1", Form) + HtmlRenderer.Say(text, Words));
        Assert.Empty(page.QuerySelectorAll("script, img, iframe, style"));
        Assert.Single(page.QuerySelectorAll("form"));
        Assert.DoesNotContain(page.All.SelectMany(element => element.Attributes), attribute => attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(text.Replace("\0", "", StringComparison.Ordinal), page.QuerySelector("h2")!.TextContent);
    }

    [Theory]
    [InlineData("anna\u202Emoc.elpmaxe@", "annamoc.elpmaxe@")]
    [InlineData("an\u200Bna", "anna")]
    [InlineData("\u2066x\u2069", "x")]
    [InlineData("Åsa Öberg 日本 😀", "Åsa Öberg 日本 😀")]
    public void Marks_that_cannot_be_seen_are_left_out(string text, string shown) =>
        Assert.Equal(shown, Parse(HtmlRenderer.Say(text, Words)).QuerySelector("p")!.TextContent);

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,x")]
    [InlineData("//evil.example/")]
    [InlineData("/s/handle")]
    [InlineData("")]
    public void A_button_opens_pages_and_mails_only(string address)
    {
        Assert.Throws<ArgumentException>(() => new CardButton.Open("Open", address));
        var stored = $$"""{"$type": "open", "Label": "Open", "Address": "{{address}}"}""";
        Assert.ThrowsAny<Exception>(() => JsonSerializer.Deserialize<CardButton>(stored));
    }

    [Fact]
    public void What_a_form_brings_back_is_what_it_was_given()
    {
        var odd = "a\u200Bb\u202Ec\r\n\"<&";
        var card = new Card("t", [], [new CardButton.Choose("Choose", odd)], "t");
        var page = Parse(HtmlRenderer.Render(card, Words, "t1", new HtmlForm("/", [new(odd, odd)])));
        Assert.Equal(odd, page.QuerySelector("button")!.GetAttribute("value"));
        Assert.Equal(odd, page.QuerySelector("input[type=hidden]")!.GetAttribute("value"));
    }

    [Fact]
    public void A_way_aside_is_a_link_beside_the_buttons()
    {
        var card = new Card("t", [], [new CardButton.Choose("Choose", "it"), new CardButton.Open("Help desk", "mailto:help@contoso.example", Aside: true)], "t");
        var page = Parse(HtmlRenderer.Render(card, Words, "t1", Form));
        Assert.Equal(("aside", "mailto:help@contoso.example"), (page.QuerySelector("a")!.ClassName, page.QuerySelector("a")!.GetAttribute("href")));
        Assert.DoesNotContain("mailto", TextRenderer.Render(card, Words), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Enter_submits_what_was_typed_every_field_has_its_label_and_nothing_is_inline(string name)
    {
        var page = Parse(HtmlRenderer.Render(CardSamples.All[name].Draw(Words), Words, "t1", Form));
        var field = page.QuerySelector("input:not([type=hidden])");
        if (field is not null)
        {
            Assert.Equal("submit", page.QuerySelector("button")!.GetAttribute("value"));
            Assert.NotEmpty(page.QuerySelector($"label[for={field.Id}]")!.TextContent);
        }

        Assert.Equal("t1-title", page.QuerySelector("article")!.GetAttribute("aria-labelledby"));
        Assert.DoesNotContain(page.All, element => element.HasAttribute("style"));
        Assert.All(page.QuerySelectorAll("[id]"), element => Assert.StartsWith("t1-", element.Id, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_table_says_what_it_is_and_what_its_cells_are_of(string name)
    {
        foreach (var table in Parse(HtmlRenderer.Render(CardSamples.All[name].Draw(Words), Words, "t1", Form)).QuerySelectorAll("table"))
        {
            Assert.NotEmpty((table.QuerySelector("caption") ?? table.Closest("figure")!.QuerySelector("figcaption")!).TextContent);
            Assert.All(table.QuerySelectorAll("thead th"), heading => Assert.Equal("col", heading.GetAttribute("scope")));
            Assert.All(table.QuerySelectorAll("tbody tr"), row => Assert.Equal("row", row.FirstElementChild!.GetAttribute("scope")));
            var around = table.ParentElement!;
            Assert.Equal(("0", "region"), (around.GetAttribute("tabindex"), around.GetAttribute("role")));
            Assert.NotEmpty(around.GetAttribute("aria-label")!);
        }
    }

    [Fact]
    public void A_bar_is_as_long_as_its_figure_is_great_and_is_not_read_out()
    {
        var chart = new CardElement.Chart("t", "Day", ChartKind.Bar, ["a", "b", "c"], [new("s", [decimal.MaxValue, decimal.MinValue / 2, 0])]);
        var page = Parse(HtmlRenderer.Render(new Card("t", [chart], [], "t"), Words, "t1", Form));
        Assert.Equal(["100", "50", "0"], page.QuerySelectorAll("rect.bar").Select(bar => bar.GetAttribute("width")));
        Assert.All(page.QuerySelectorAll("svg"), bar => Assert.Equal("true", bar.GetAttribute("aria-hidden")));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Without_a_form_nothing_can_be_chosen(string name) =>
        Assert.Empty(Parse(HtmlRenderer.Render(CardSamples.All[name].Draw(Words), Words, "t1", form: null)).QuerySelectorAll("form, input, button, a"));

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_card_comes_back_from_storage_as_it_was(string name)
    {
        var card = CardSamples.All[name].Draw(Words);
        var back = JsonSerializer.Deserialize<Card>(JsonSerializer.Serialize(card))!;
        Assert.Equal(HtmlRenderer.Render(card, Words, "t1", Form), HtmlRenderer.Render(back, Words, "t1", Form));
    }

    [Fact]
    public void Every_element_and_button_can_be_stored_and_drawn()
    {
        foreach (var family in (Type[])[typeof(CardElement), typeof(CardButton)])
        {
            var named = family.GetCustomAttributes(typeof(JsonDerivedTypeAttribute), inherit: false).Cast<JsonDerivedTypeAttribute>().Select(known => known.DerivedType);
            Assert.Equal(family.GetNestedTypes().Order(TypeOrder), named.Order(TypeOrder));
        }
    }

    private static readonly Comparer<Type> TypeOrder = Comparer<Type>.Create((left, right) => string.CompareOrdinal(left.Name, right.Name));

    private static IDocument Parse(string html) => new HtmlParser().ParseDocument(html);
}
