using ResetBot.Cards.Model;
using ResetBot.Cards.Words;

namespace ResetBot.Tests.Cards;

/// <summary>A card of tables and charts, as a report may have them: for the renderers, until there is one.</summary>
internal sealed record FiguresCard(params IReadOnlyList<CardElement> Figures) : ICard
{
    private static readonly WordBook English = WordBook.For("en");

    public static CardElement.Table Weeks { get; } = new(
        "Resets in the last weeks",
        ["Week", "Done", "Refused", "Most used"],
        [
            [new("45"), Number(1204), Number(17), new("Text message")],
            [new("46"), Number(987.5m), Number(0), new("*Email* _now_ | <b>x</b> & [y](https://evil.example)")],
            [new("47"), Number(0), Number(0), new("")],
        ]);

    public static CardElement.Table Second { get; } = new("A second table", ["Department", "Registered"], [[new("Sales"), Number(12)], [new("Care"), Number(7)]]);

    public static CardElement.Table Wide { get; } = new(
        "Every method and week",
        ["Method", .. Enumerable.Range(30, 15).Select(week => $"Week {week}")],
        [.. ((string[])["Email", "Text message", "Authenticator app"]).Select(method =>
            (IReadOnlyList<Cell>)[new(method), .. Enumerable.Range(30, 15).Select(week => Number(week * method.Length))])]);

    public static CardElement.Table Empty { get; } = new("Resets in the last weeks", ["Week", "Done"], []);

    public static CardElement.Chart EmptyPie { get; } = new("How people proved who they are", "Method", ChartKind.Pie, [], []);

    public static CardElement.Chart LongTitle { get; } = new(
        "A third chart, with a longer title than Slack has room for", "Day", ChartKind.Bar, ["Mon", "Tue"], [new("Resets", [-4, 30])]);

    public static CardElement.Table Sentences { get; } = new(
        "What is kept of whom",
        ["What", "What for", "How long"],
        [
            [new("Methods"), new("addresses, phone numbers and what checks the app, passkey, codes and answers"), new("until they are removed")],
            [new("What was begun"), new("for which account, when, proved with what; for the help desk"), new("90 days")],
        ]);

    public static CardElement.Chart Pie { get; } = new(
        "How people proved who they are", "Method", ChartKind.Pie, ["Email", "Text message", "Passkey"], [new("Resets", [61, 38, 0])]);

    public static CardElement.Chart Bars { get; } = new(
        "Resets and unlocks", "Day", ChartKind.Bar, ["Mon", "Tue", "Wed"], [new("Resets", [12, 30, 7.5m]), new("Unlocks", [3, 0, 9])]);

    public static CardElement.Chart Line { get; } = new("Registered people", "Week", ChartKind.Line, ["45", "46", "47"], [new("People", [1200, 1260, 1311])]);

    public Card Draw(WordBook words) => new("A report", [.. Figures], [new CardButton.Choose("Status", "status")], "A report");

    private static Cell Number(decimal number) => Cell.Of(number, English);
}
