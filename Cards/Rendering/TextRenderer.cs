using System.Text;
using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Rendering;

/// <summary>Draws a card as plain text: for screen readers, plain clients, scripts and mail.</summary>
public static class TextRenderer
{
    public static string Render(Card card, WordBook words)
    {
        var text = new StringBuilder().AppendLine(card.Title);
        foreach (var element in card.Body)
        {
            Append(text, element, words);
        }

        foreach (var open in card.Buttons.OfType<CardButton.Open>().Where(open => !open.Aside))
        {
            text.Append(open.Label).Append(": ").AppendLine(open.Address);
        }

        AppendChoices(text, card, words);
        return text.ToString().TrimEnd().ReplaceLineEndings("\n");
    }

    /// <summary>
    /// The same for what a client reads out and shows on a locked screen: of a card that holds a link, a number or a code it says all but those, and that they are
    /// in the message.
    /// </summary>
    public static string RenderAloud(Card card, WordBook words, bool isSensitive)
    {
        if (!isSensitive)
        {
            return BlockWriter.Shorten(Render(card, words), BlockLimits.Text);
        }

        CardElement[] harmless =
        [
            .. card.Body.Where(element => element is not (CardElement.Number or CardElement.Facts)),
            new CardElement.Paragraph(words.Say("card.inside")),
        ];
        CardButton[] typed = [.. card.Buttons.Where(button => button is not CardButton.Open)];
        return BlockWriter.Shorten(Render(card with { Body = harmless, Buttons = typed }, words), BlockLimits.Text);
    }

    private static void Append(StringBuilder text, CardElement element, WordBook words)
    {
        switch (element)
        {
            case CardElement.Paragraph paragraph:
                text.AppendLine(paragraph.Text);
                break;
            case CardElement.Facts facts:
                foreach (var fact in facts.Lines)
                {
                    text.Append(fact.Name).Append(": ").AppendLine(fact.Value);
                }

                break;
            case CardElement.Number number:
                text.Append(number.Name).Append(": ").AppendLine(number.Value);
                break;
            case CardElement.Field field:
                text.AppendLine(field.Label);
                break;
            case CardElement.Table table:
                AppendTable(text, table, words);
                break;
            case CardElement.Chart chart:
                AppendTable(text, TableText.Of(chart, words), words);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(element), element.GetType().Name, "no such element");
        }
    }

    private static void AppendTable(StringBuilder text, CardElement.Table table, WordBook words)
    {
        if (table.Rows.Count == 0)
        {
            text.AppendLine(TableText.Nothing(table, words));
            return;
        }

        text.AppendLine(table.Caption);
        foreach (var row in table.Rows)
        {
            text.AppendLine(TableText.Line(table, row));
        }
    }

    private static void AppendChoices(StringBuilder text, Card card, WordBook words)
    {
        var number = 0;
        foreach (var choice in card.Buttons.OfType<CardButton.Choose>().Where(choice => choice.Numbered))
        {
            text.Append(++number).Append(". ").Append(choice.Label).Append(" (").Append(choice.Value).AppendLine(")");
        }

        var others = card.Buttons.OfType<CardButton.Choose>().Where(choice => !choice.Numbered).Select(choice => choice.Value).ToList();
        if (others.Count > 0)
        {
            text.AppendLine(words.Say("card.alsoType", string.Join(", ", others)));
        }
    }
}
