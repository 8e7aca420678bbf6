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
        var body = new JsonArray(Heading(card.Title));
        foreach (var element in card.Body)
        {
            body.Add(Draw(element));
        }

        if (card.Buttons.Count > 0)
        {
            body.Add(new JsonObject { ["type"] = "ActionSet", ["actions"] = new JsonArray([.. card.Buttons.Select(button => Draw(button, promptId))]) });
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

    private static JsonObject Heading(string title) => new()
    {
        ["type"] = "TextBlock",
        ["text"] = Escape(title),
        ["size"] = "Large",
        ["weight"] = "Bolder",
        ["wrap"] = true,
        ["style"] = "heading",
    };

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
                break;
            case Tone.Good:
                block["color"] = "Good";
                block["weight"] = "Bolder";
                break;
            case Tone.Warning:
                block["color"] = "Attention";
                block["weight"] = "Bolder";
                break;
        }

        return block;
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
        if (field.Kind is FieldKind.Email or FieldKind.Phone)
        {
            input["style"] = field.Kind == FieldKind.Email ? "Email" : "Tel";
        }

        return input;
    }

    private static JsonObject Draw(CardButton button, string promptId) => button switch
    {
        CardButton.Open open => new JsonObject { ["type"] = "Action.OpenUrl", ["title"] = open.Label, ["url"] = open.Address },
        CardButton.Choose choose => Execute(choose.Label, choose.Value, promptId, "none"),
        CardButton.Submit submit => Execute(submit.Label, "submit", promptId, "auto"),
        _ => throw new ArgumentOutOfRangeException(nameof(button), button.GetType().Name, "no such button"),
    };

    // A client that knows no Action.Execute falls back to Action.Submit, which arrives as a message with the same data.
    private static JsonObject Execute(string label, string choice, string promptId, string inputs)
    {
        var execute = Button("Action.Execute", label, choice, promptId, inputs);
        execute["verb"] = "choose";
        execute["fallback"] = Button("Action.Submit", label, choice, promptId, inputs);
        return execute;
    }

    private static JsonObject Button(string type, string label, string choice, string promptId, string inputs) => new()
    {
        ["type"] = type,
        ["title"] = label,
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
