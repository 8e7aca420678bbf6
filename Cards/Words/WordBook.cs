using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace ResetBot.Cards.Words;

/// <summary>Every sentence that people read, in one language.</summary>
public sealed class WordBook
{
    private static readonly FrozenDictionary<string, WordBook> Books =
        new[] { Read("en", "en-GB"), Read("sv", "sv-SE") }.ToFrozenDictionary(book => book.Language);

    private readonly FrozenDictionary<string, string> _sentences;

    private WordBook(string language, CultureInfo culture, FrozenDictionary<string, string> sentences)
    {
        Language = language;
        Culture = culture;
        _sentences = sentences;
    }

    /// <summary>The languages there are, by two letters.</summary>
    public static IReadOnlyCollection<string> Languages => Books.Keys;

    public string Language { get; }

    public CultureInfo Culture { get; }

    /// <summary>The names of all sentences.</summary>
    public IReadOnlyCollection<string> Names => _sentences.Keys;

    /// <summary>The book for a language tag (<c>sv-SE</c>); English where there is none.</summary>
    public static WordBook For(string? locale)
    {
        var tag = locale.AsSpan();
        var end = tag.IndexOfAny('-', '_');
        var language = end < 0 ? tag : tag[..end];
        foreach (var book in Books.Values)
        {
            if (language.Equals(book.Language, StringComparison.OrdinalIgnoreCase))
            {
                return book;
            }
        }

        return Books["en"];
    }

    /// <summary>A sentence, with <c>{0}</c>, <c>{1}</c> … filled in.</summary>
    /// <exception cref="KeyNotFoundException">There is no such sentence.</exception>
    public string Say(string name, params ReadOnlySpan<object> values) =>
        values.Length == 0 ? _sentences[name] : string.Format(Culture, _sentences[name], values);

    /// <summary>A day of any year, as people say it. It is shown as it comes, so convert it to the person's time zone first.</summary>
    public string Day(DateTimeOffset moment) => moment.ToString("d MMMM yyyy", Culture);

    /// <summary>A moment as people say it: day and time. It is shown as it comes, so convert it to the person's time zone first.</summary>
    public string Moment(DateTimeOffset moment) => moment.ToString("d MMMM, HH:mm", Culture);

    /// <summary>A number as people write it: at most four digits after the point.</summary>
    public string Number(decimal number) => number.ToString("#,0.####", Culture);

    private static WordBook Read(string language, string culture)
    {
        using var stream = typeof(WordBook).Assembly.GetManifestResourceStream($"ResetBot.Cards.Words.{language}.json")!;
        var sentences = JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!;
        return new WordBook(language, CultureInfo.GetCultureInfo(culture), sentences.ToFrozenDictionary());
    }
}
