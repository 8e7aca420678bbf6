using System.Text.Json.Nodes;
using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Rendering;

/// <summary>Draws a card as an Adaptive Card 1.5, the newest version that Teams shows everywhere, with Universal Actions.</summary>
public static class AdaptiveCardRenderer
{
    /// <summary>The name of the card's field, and of its value in what a button sends.</summary>
    public const string FieldId = "input";

    /// <param name="card">The card.</param>
    /// <param name="promptId">The id of the question, which every button carries back.</param>
    /// <param name="words">The language.</param>
    public static JsonObject Render(Card card, string promptId, WordBook words)
    {
        var body = new JsonArray(Heading(card));
        foreach (var element in card.Body)
        {
            body.Add(Draw(element));
        }

        foreach (var row in Rows(card.Buttons))
        {
            body.Add(new JsonObject { ["type"] = "ActionSet", ["actions"] = new JsonArray([.. row.Select(button => Draw(button, promptId))]) });
        }

        return new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["version"] = "1.5",
            ["lang"] = words.Language,
            ["fallbackText"] = TextRenderer.Render(card, words),
            ["body"] = body,
        };
    }

    // The answers to the question stand in a column, like a list; then what the card is for; then what else can be done.
    private static IEnumerable<IReadOnlyList<CardButton>> Rows(IReadOnlyList<CardButton> buttons)
    {
        var answers = buttons.Where(button => button is CardButton.Choose { Numbered: true }).ToList();
        var purpose = buttons.Where(IsPurpose).ToList();
        var others = buttons.Except(answers).Except(purpose).ToList();
        return answers.Select(answer => (IReadOnlyList<CardButton>)[answer]).Append(purpose).Append(others).Where(row => row.Count > 0);
    }

    private static bool IsPurpose(CardButton button) => button is CardButton.Open { Aside: false } or CardButton.Submit;

    private static JsonObject Heading(Card card)
    {
        var heading = new JsonObject { ["type"] = "TextBlock", ["text"] = Escape(card.Title), ["wrap"] = true, ["style"] = "heading" };
        heading["size"] = card.IsSettled ? "Default" : "Large";
        heading["weight"] = card.IsSettled ? "Default" : "Bolder";
        return heading;
    }

    private static JsonObject Draw(CardElement element) => element switch
    {
        CardElement.Paragraph paragraph => Paragraph(paragraph),
        CardElement.Facts facts => new JsonObject
        {
            ["type"] = "FactSet",
            ["facts"] = new JsonArray([.. facts.Lines.Select(fact => new JsonObject { ["title"] = Escape(fact.Name), ["value"] = Escape(fact.Value) })]),
        },
        CardElement.Number number => Number(number),
        CardElement.Field field => Field(field),
        _ => throw new ArgumentOutOfRangeException(nameof(element), element.GetType().Name, "no such element"),
    };

    private static JsonObject Paragraph(CardElement.Paragraph paragraph)
    {
        var block = new JsonObject { ["type"] = "TextBlock", ["text"] = Escape(paragraph.Text), ["wrap"] = true };
        switch (paragraph.Tone)
        {
            case Tone.Quiet:
                block["isSubtle"] = true;
                block["size"] = "Small";
                return block;
            case Tone.Good:
                return OnGround(block, "good");
            case Tone.Warning:
                return OnGround(block, "warning");
            default:
                return block;
        }
    }

    // Coloured words are too pale to read in Teams' light theme: the ground has the colour.
    private static JsonObject OnGround(JsonObject block, string style)
    {
        block["weight"] = "Bolder";
        return new JsonObject { ["type"] = "Container", ["style"] = style, ["items"] = new JsonArray(block) };
    }

    private static JsonObject Number(CardElement.Number number) => new()
    {
        ["type"] = "Container",
        ["style"] = "emphasis",
        ["items"] = new JsonArray(
            new JsonObject { ["type"] = "TextBlock", ["text"] = Escape(number.Name), ["wrap"] = true, ["horizontalAlignment"] = "Center" },
            new JsonObject
            {
                ["type"] = "TextBlock",
                ["text"] = Escape(number.Value),
                ["size"] = "ExtraLarge",
                ["weight"] = "Bolder",
                ["fontType"] = "Monospace",
                ["horizontalAlignment"] = "Center",
                ["spacing"] = "None",
            }),
    };

    private static JsonObject Field(CardElement.Field field)
    {
        var input = new JsonObject
        {
            ["type"] = "Input.Text",
            ["id"] = FieldId,
            ["label"] = Escape(field.Label),
            ["placeholder"] = field.Placeholder,
            ["maxLength"] = field.MaximumLength,
        };
        if (field.Kind is not (FieldKind.Text or FieldKind.Account))
        {
            // A phone shows its digits for Tel; there is no style of text for a code alone.
            input["style"] = field.Kind == FieldKind.Email ? "Email" : "Tel";
        }

        return input;
    }

    private static JsonObject Draw(CardButton button, string promptId) => button switch
    {
        CardButton.Open open => new JsonObject
        {
            ["type"] = "Action.OpenUrl",
            ["title"] = open.Label,
            ["url"] = open.Address,
            ["style"] = open.Aside ? "default" : "positive",
        },
        CardButton.Choose choose => Execute(choose.Label, choose.Value, promptId, "none", "default"),
        CardButton.Submit submit => Execute(submit.Label, "submit", promptId, "auto", "positive"),
        _ => throw new ArgumentOutOfRangeException(nameof(button), button.GetType().Name, "no such button"),
    };

    // A client that knows no Action.Execute falls back to Action.Submit, which arrives as a message with the same data.
    private static JsonObject Execute(string label, string choice, string promptId, string inputs, string style)
    {
        var execute = Button("Action.Execute", label, choice, promptId, inputs, style);
        execute["verb"] = "choose";
        execute["fallback"] = Button("Action.Submit", label, choice, promptId, inputs, style);
        return execute;
    }

    private static JsonObject Button(string type, string label, string choice, string promptId, string inputs, string style) => new()
    {
        ["type"] = type,
        ["title"] = label,
        ["style"] = style,
        ["data"] = new JsonObject { ["prompt"] = promptId, ["choice"] = choice },
        ["associatedInputs"] = inputs,
    };

    // Adaptive Cards read a part of Markdown in text: what people or directories supply must stay words.
    private static string Escape(string text)
    {
        var escaped = new System.Text.StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (letter is '[' or ']' or '*' or '_' or '`' or '\\')
            {
                escaped.Append('\\');
            }

            escaped.Append(letter);
        }

        return escaped.ToString();
    }
}
