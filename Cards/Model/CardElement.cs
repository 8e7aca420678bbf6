using System.Text.Json.Serialization;

namespace ResetBot.Cards.Model;

/// <summary>One part of a card. Every renderer knows every one.</summary>
[JsonDerivedType(typeof(Paragraph), "paragraph")]
[JsonDerivedType(typeof(Facts), "facts")]
[JsonDerivedType(typeof(Number), "number")]
[JsonDerivedType(typeof(Field), "field")]
[JsonDerivedType(typeof(Table), "table")]
[JsonDerivedType(typeof(Chart), "chart")]
public abstract record CardElement
{
    private CardElement()
    {
    }

    /// <summary>Words.</summary>
    public sealed record Paragraph(string Text, Tone Tone = Tone.Plain) : CardElement;

    /// <summary>Names and their values, one pair a line.</summary>
    public sealed record Facts(IReadOnlyList<Fact> Lines) : CardElement;

    /// <summary>A short number to be read and typed elsewhere, under its name.</summary>
    public sealed record Number(string Name, string Value) : CardElement;

    /// <summary>A field to type into; what is typed comes with the button that is tapped.</summary>
    public sealed record Field(string Label, string Placeholder, FieldKind Kind, int MaximumLength) : CardElement;

    /// <summary>Rows under headings, for what a name and its value cannot tell. The first cell of a row says what the row is about.</summary>
    /// <param name="Caption">What the table tells; never empty.</param>
    /// <param name="Headings">One for each column, at least one.</param>
    /// <param name="Rows">Each has as many cells as there are headings.</param>
    public sealed record Table(string Caption, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<Cell>> Rows) : CardElement
    {
        public string Caption { get; } = Named(Caption);

        public IReadOnlyList<string> Headings { get; } =
            Headings.Count > 0 ? Headings : throw new ArgumentException("A table has a column.", nameof(Headings));

        public IReadOnlyList<IReadOnlyList<Cell>> Rows { get; } = Rows.All(row => row.Count == Headings.Count)
            ? Rows
            : throw new ArgumentException("A row has a cell for each column.", nameof(Rows));
    }

    /// <summary>Figures to be seen at a glance. Where it cannot be drawn, and for whoever cannot see it, it is a table of the same figures.</summary>
    /// <param name="Title">What it tells; never empty.</param>
    /// <param name="Axis">What the categories are: methods, weeks.</param>
    /// <param name="Kind">How it is drawn.</param>
    /// <param name="Categories">In the order in which they are shown.</param>
    /// <param name="Series">What is counted, each with a figure for every category; a pie has one.</param>
    public sealed record Chart(string Title, string Axis, ChartKind Kind, IReadOnlyList<string> Categories, IReadOnlyList<ChartSeries> Series) : CardElement
    {
        public string Title { get; } = Named(Title);

        public IReadOnlyList<ChartSeries> Series { get; } =
            Kind == ChartKind.Pie && Series.Count > 1 ? throw new ArgumentException("A pie shows one series.", nameof(Series))
            : Series.All(series => series.Values.Count == Categories.Count) ? Series
            : throw new ArgumentException("A series has a figure for each category.", nameof(Series));
    }

    private static string Named(string name) => string.IsNullOrWhiteSpace(name) ? throw new ArgumentException("It needs a name.", nameof(name)) : name;
}
