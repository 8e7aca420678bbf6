using System.Globalization;
using System.Text;
using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Cards.Rendering;

/// <summary>Draws a card as a part of a web page that works without script: what can be chosen are the buttons of one form.</summary>
public static class HtmlRenderer
{
    /// <summary>Draws a card.</summary>
    /// <param name="card">The card.</param>
    /// <param name="words">Its language.</param>
    /// <param name="id">Unique on the page: the ids within the card begin with it.</param>
    /// <param name="form">Where choices go; null when nothing can be chosen any more: then buttons and fields are left out.</param>
    public static string Render(Card card, WordBook words, string id, HtmlForm? form)
    {
        var html = new StringBuilder();
        var kind = card.IsSettled || form is null ? "card settled" : "card";
        html.Append(CultureInfo.InvariantCulture, $"<article class=\"{kind}\" lang=\"{words.Language}\" aria-labelledby=\"{HtmlText.Of(id)}-title\">");
        html.Append(CultureInfo.InvariantCulture, $"<h2 id=\"{HtmlText.Of(id)}-title\">{HtmlText.Of(card.Title)}</h2>");
        foreach (var element in card.Body.Where(element => element is not CardElement.Field))
        {
            Draw(html, element, words);
        }

        if (form is not null && (card.Buttons.Count > 0 || card.Body.OfType<CardElement.Field>().Any()))
        {
            DrawForm(html, card, id, form);
        }

        return html.Append("</article>").ToString();
    }

    /// <summary>Plain words.</summary>
    public static string Say(string text, WordBook words) =>
        $"<p class=\"said\" lang=\"{words.Language}\">{HtmlText.Lines(text)}</p>";

    private static void Draw(StringBuilder html, CardElement element, WordBook words)
    {
        switch (element)
        {
            case CardElement.Paragraph paragraph:
                html.Append(CultureInfo.InvariantCulture, $"<p{Class(paragraph.Tone)}>{HtmlText.Lines(paragraph.Text)}</p>");
                break;
            case CardElement.Facts facts:
                html.Append("<dl>");
                foreach (var fact in facts.Lines)
                {
                    html.Append(CultureInfo.InvariantCulture, $"<div><dt>{HtmlText.Of(fact.Name)}</dt><dd>{HtmlText.Of(fact.Value)}</dd></div>");
                }

                html.Append("</dl>");
                break;
            case CardElement.Number number:
                html.Append(CultureInfo.InvariantCulture, $"<p class=\"number\"><span>{HtmlText.Of(number.Name)}</span> <strong>{HtmlText.Of(number.Value)}</strong></p>");
                break;
            case CardElement.Table table:
                HtmlTables.Draw(html, table, words);
                break;
            case CardElement.Chart chart:
                HtmlTables.Draw(html, chart, words);
                break;
            case CardElement.Field:
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(element), element.GetType().Name, "no such element");
        }
    }

    private static void DrawForm(StringBuilder html, Card card, string id, HtmlForm form)
    {
        html.Append(CultureInfo.InvariantCulture, $"<form method=\"post\" action=\"{HtmlText.Value(form.Action)}\">");
        foreach (var (name, value) in form.Hidden)
        {
            html.Append(CultureInfo.InvariantCulture, $"<input type=\"hidden\" name=\"{HtmlText.Value(name)}\" value=\"{HtmlText.Value(value)}\">");
        }

        foreach (var field in card.Body.OfType<CardElement.Field>())
        {
            html.Append(CultureInfo.InvariantCulture, $"<label for=\"{HtmlText.Of(id)}-input\">{HtmlText.Of(field.Label)}</label>");
            html.Append(CultureInfo.InvariantCulture, $"<input id=\"{HtmlText.Of(id)}-input\" name=\"input\" placeholder=\"{HtmlText.Of(field.Placeholder)}\"");
            html.Append(CultureInfo.InvariantCulture, $" maxlength=\"{field.MaximumLength}\" required {Keyboard(field.Kind)}>");
        }

        html.Append("<div class=\"buttons\">");

        // Enter in the field presses the first button of the form. HTML §4.10.21.2, default button.
        foreach (var button in card.Buttons.OrderBy(button => button is not CardButton.Submit))
        {
            html.Append(Button(button));
        }

        html.Append("</div></form>");
    }

    private static string Button(CardButton button) => button switch
    {
        CardButton.Submit => $"<button type=\"submit\" name=\"choice\" value=\"submit\" class=\"first\">{HtmlText.Of(button.Label)}</button>",
        CardButton.Choose { Numbered: true } choose => Choice(choose, "choice"),
        CardButton.Choose choose => Choice(choose, "plain"),
        CardButton.Open open => $"<a class=\"{(open.Aside ? "aside" : "button first")}\" href=\"{HtmlText.Value(open.Address)}\">{HtmlText.Of(open.Label)}</a>",
        _ => throw new ArgumentOutOfRangeException(nameof(button), button.GetType().Name, "no such button"),
    };

    private static string Choice(CardButton.Choose choose, string look) =>
        $"<button type=\"submit\" name=\"choice\" value=\"{HtmlText.Value(choose.Value)}\" class=\"{look}\" formnovalidate>{HtmlText.Of(choose.Label)}</button>";

    private static string Class(Tone tone) => tone switch
    {
        Tone.Plain => "",
        Tone.Quiet => " class=\"quiet\"",
        Tone.Good => " class=\"good\"",
        Tone.Warning => " class=\"warning\"",
        _ => throw new ArgumentOutOfRangeException(nameof(tone), tone, "no such tone"),
    };

    private static string Keyboard(FieldKind kind) => kind switch
    {
        FieldKind.Text => "type=\"text\"",
        FieldKind.Email => "type=\"text\" inputmode=\"email\" autocomplete=\"email\" autocapitalize=\"none\" spellcheck=\"false\"",
        FieldKind.Phone => "type=\"text\" inputmode=\"tel\" autocomplete=\"tel\"",
        FieldKind.Digits => "type=\"text\" inputmode=\"numeric\" autocomplete=\"one-time-code\" class=\"digits\"",
        FieldKind.Account => "type=\"text\" inputmode=\"email\" autocomplete=\"username\" autocapitalize=\"none\" autocorrect=\"off\" spellcheck=\"false\"",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "no such kind"),
    };
}
