using System.Text.RegularExpressions;
using ResetBot.Cards.Words;
using ResetBot.Tests.Architecture;
using Xunit;

namespace ResetBot.Tests.Cards.Words;

public sealed partial class WordBookTests
{
    private static readonly string[] Whole = [.. Directory.EnumerateFiles(SourceTree.Root, "*.*", new EnumerationOptions { RecurseSubdirectories = true })
        .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) || path.EndsWith(".razor", StringComparison.Ordinal))
        .Where(path => SourceTree.Rooms.Contains(Path.GetRelativePath(SourceTree.Root, path).Split(Path.DirectorySeparatorChar)[0]))
        .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
        .Select(File.ReadAllText)];

    // Texts in the code that look like names of sentences.
    private static readonly HashSet<string> Texts = [.. Whole.SelectMany(source => Text().Matches(source)).Select(match => match.Groups[1].Value)];

    // A fixed start and a fixed end: $"destination.{name}.title", "event." + step.
    private static readonly (string Start, string End)[] Composed =
    [
        .. Whole.SelectMany(source => Interpolated().Matches(source)).Select(match => (match.Groups[1].Value, match.Groups[2].Value)),
        .. Whole.SelectMany(source => Begun().Matches(source)).Select(match => (match.Groups[1].Value, "")),
    ];

    // What is put behind a name: name + ".title".
    private static readonly string[] Ends = [.. Whole.SelectMany(source => End().Matches(source)).Select(match => match.Groups[1].Value).Distinct()];

    private static IReadOnlyCollection<string> English => WordBook.For("en").Names;

    [Fact]
    public void Every_language_has_the_same_sentences()
    {
        foreach (var language in WordBook.Languages)
        {
            Assert.Equal(English.Order(), WordBook.For(language).Names.Order());
        }
    }

    [Fact]
    public void Every_sentence_has_the_same_places_to_fill_in_every_language()
    {
        foreach (var (name, language) in English.SelectMany(name => WordBook.Languages.Select(language => (name, language))))
        {
            var expected = Place().Matches(WordBook.For("en").Say(name)).Select(match => match.Value).Distinct().Order();
            var found = Place().Matches(WordBook.For(language).Say(name)).Select(match => match.Value).Distinct().Order();
            Assert.True(expected.SequenceEqual(found), $"{name} in {language} has other places than in English.");
        }
    }

    [Fact]
    public void No_sentence_is_empty() =>
        Assert.All(WordBook.Languages, language => Assert.All(English, name => Assert.NotEqual("", WordBook.For(language).Say(name).Trim())));

    [Fact]
    public void Every_sentence_that_the_code_says_exists()
    {
        var said = Whole.SelectMany(source => Said().Matches(source)).Select(match => match.Groups[1].Value).Distinct();
        Assert.Equal([], said.Except(English));
    }

    [Fact]
    public void Every_sentence_is_said_somewhere() => Assert.Equal("", string.Join(", ", English.Except(English.Where(IsUsed))));

    [Theory]
    [InlineData(null, "en")]
    [InlineData("", "en")]
    [InlineData("de-DE", "en")]
    [InlineData("sv", "sv")]
    [InlineData("SV-FI", "sv")]
    [InlineData("sv_SE", "sv")]
    [InlineData("en-GB", "en")]
    public void A_language_tag_finds_its_book_and_every_other_one_English(string? tag, string language) =>
        Assert.Equal(language, WordBook.For(tag).Language);

    [Fact]
    public void A_moment_is_said_as_the_language_says_it()
    {
        var moment = new DateTimeOffset(2026, 3, 2, 8, 5, 0, TimeSpan.Zero);
        Assert.Equal("2 March, 08:05", WordBook.For("en").Moment(moment));
        Assert.Equal("2 mars, 08:05", WordBook.For("sv").Moment(moment));
    }

    private static bool IsUsed(string name) =>
        Texts.Contains(name)
        || Composed.Any(part => name.StartsWith(part.Start, StringComparison.Ordinal) && name.EndsWith(part.End, StringComparison.Ordinal))
        || Ends.Any(end => name.EndsWith(end, StringComparison.Ordinal) && Texts.Contains(name[..^end.Length]));

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Place();

    [GeneratedRegex("\"([A-Za-z]+(?:\\.[A-Za-z]+)+)\"")]
    private static partial Regex Text();

    [GeneratedRegex("""(?:Say|Is|Plain|Settle|Until)\((?:context\.|context, |words, |context\.Text, )*"([A-Za-z]+(?:\.[A-Za-z]+)+)"[,)]""")]
    private static partial Regex Said();

    [GeneratedRegex("\\$\"([A-Za-z.]+\\.)\\{[^}\"]+\\}([A-Za-z.]*)\"")]
    private static partial Regex Interpolated();

    [GeneratedRegex("\"([A-Za-z]+(?:\\.[A-Za-z]+)*\\.)\"")]
    private static partial Regex Begun();

    [GeneratedRegex("\\+ \"(\\.[A-Za-z]+)\"")]
    private static partial Regex End();
}
