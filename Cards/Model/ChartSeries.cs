namespace ResetBot.Cards.Model;

/// <summary>The figures of one kind in a chart, one for each of its categories.</summary>
/// <param name="Name">What is counted.</param>
/// <param name="Values">In the order of the categories.</param>
public sealed record ChartSeries(string Name, IReadOnlyList<decimal> Values);
