using System.Text.Json.Nodes;
using ResetBot.Cards.Model;
using ResetBot.Cards.Rendering;
using ResetBot.Cards.Words;
using Xunit;

namespace ResetBot.Tests.Cards.Rendering;

public sealed class RendererTests
{
    private static readonly Card Everything = new(
        "A title",
        [
            new CardElement.Paragraph("Plain words"),
            new CardElement.Paragraph("Quiet words", Tone.Quiet),
            new CardElement.Paragraph("Good words", Tone.Good),
            new CardElement.Paragraph("Warning words", Tone.Warning),
            new CardElement.Facts([new Fact("Name", "Value")]),
            new CardElement.Number("Number", "42"),
            new CardElement.Field("Label", "Placeholder", FieldKind.Email, 254),
            new CardElement.Table("Caption", ["Heading", "Count"], [[new("Cell"), new("1,200", 1200)]]),
            new CardElement.Chart("Chart", "Axis", ChartKind.Bar, ["Category"], [new("Series", [7])]),
        ],
        [
            new CardButton.Choose("First", "one", Numbered: true),
            new CardButton.Choose("Second", "two", Numbered: true),
            new CardButton.Choose("Other", "other"),
            new CardButton.Open("Open", "https://resetbot.example.org/s/handle"),
            new CardButton.Submit("Send"),
        ],
        "A summary");

    private static readonly WordBook Words = WordBook.For("en");

    [Fact]
    public void The_text_holds_everything_that_the_card_holds()
    {
        var text = TextRenderer.Render(Everything, Words);
        string[] lines =
        [
            "A title", "Plain words", "Quiet words", "Good words", "Warning words", "Name: Value", "Number: 42", "Label",
            "Caption", "Heading: Cell; Count: 1,200", "Chart", "Axis: Category; Series: 7",
            "Open: https://resetbot.example.org/s/handle", "1. First (one)", "2. Second (two)", "You can also type: other",
        ];
        Assert.Equal(lines, text.Split('\n'));
    }

    [Fact]
    public void The_adaptive_card_carries_the_whole_text_as_its_fallback() => Assert.Equal(
        TextRenderer.Render(Everything, Words), Adaptive.Tree(Everything, "prompt", Words)["fallbackText"]!.GetValue<string>());

    [Fact]
    public void Every_kind_of_element_and_button_is_drawn()
    {
        foreach (var (kinds, used) in new[]
        {
            (typeof(CardElement).GetNestedTypes(), Everything.Body.Select(element => element.GetType())),
            (typeof(CardButton).GetNestedTypes(), Everything.Buttons.Select(button => button.GetType())),
        })
        {
            Assert.Empty(kinds.Where(kind => kind.IsSubclassOf(kind.DeclaringType!)).Except(used));
        }

        var json = Adaptive.Tree(Everything, "prompt", Words).ToJsonString();
        Assert.All(new[] { "Plain words", "Value", "42", "Label", "Caption", "Heading", "1,200", "Category", "Series", "First", "Open", "Send" }, part => Assert.Contains(part, json, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_button_that_answers_carries_its_question_and_falls_back_to_submit()
    {
        var actions = Adaptive.Tree(Everything, "prompt-1", Words)["body"]!.AsArray()
            .Where(element => element!["type"]!.GetValue<string>() == "ActionSet")
            .SelectMany(element => element!["actions"]!.AsArray())
            .Where(action => action!["type"]!.GetValue<string>() == "Action.Execute").ToList();
        Assert.Equal(4, actions.Count);
        Assert.All(actions, action => Assert.Equal("prompt-1", action!["data"]!["prompt"]!.GetValue<string>()));
        Assert.All(actions, action => Assert.Equal("Action.Submit", action!["fallback"]!["type"]!.GetValue<string>()));
        Assert.All(actions, action => Assert.True(JsonNode.DeepEquals(action!["data"], action["fallback"]!["data"])));
    }

    [Fact]
    public void Words_of_people_stay_words()
    {
        var card = new Card("*Bold* [link](https://elsewhere.example)", [new CardElement.Paragraph("_x_ `y`")], [], "s");
        var body = Adaptive.Tree(card, "", Words)["body"]!.AsArray();
        Assert.Equal(@"\*Bold\* \[link\](https://elsewhere.example)", body[0]!["text"]!.GetValue<string>());
        Assert.Equal(@"\_x\_ \`y\`", body[1]!["text"]!.GetValue<string>());
    }
}
