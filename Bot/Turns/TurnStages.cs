using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace ResetBot.Bot.Turns;

/// <summary>Where the time of a turn goes, for whoever listens to the meter <c>ResetBot.Turns</c>. When nobody does, not even the clock is read.</summary>
internal static class TurnStages
{
    public const string MeterName = "ResetBot.Turns";

    /// <summary>The request's body and what it says.</summary>
    public const string Read = "read";

    /// <summary>Waiting for the turn before in the same conversation.</summary>
    public const string Lock = "lock";

    /// <summary>The conversation, from memory or the database.</summary>
    public const string Load = "load";

    /// <summary>The dialogs, the rules and the directory.</summary>
    public const string Dialog = "dialog";

    /// <summary>Drawing the answers.</summary>
    public const string Render = "render";

    /// <summary>From the saved turn to the answer of its request.</summary>
    public const string Acknowledge = "acknowledge";

    /// <summary>One message to its far end.</summary>
    public const string Deliver = "deliver";

    private static readonly Meter Meter = new(MeterName);
    private static readonly Histogram<double> Stage = Meter.CreateHistogram<double>("resetbot.turn.stage", "ms", "How long a stage of a turn took.");

    /// <summary>The moment, or 0 when nobody listens.</summary>
    public static long Now => Stage.Enabled ? Stopwatch.GetTimestamp() : 0;

    /// <summary>Notes a stage that began at a moment; the moment at which it ended.</summary>
    public static long Note(string stage, long began)
    {
        if (began == 0)
        {
            return 0;
        }

        Stage.Record(Stopwatch.GetElapsedTime(began).TotalMilliseconds, new KeyValuePair<string, object?>("stage", stage));
        return Stopwatch.GetTimestamp();
    }
}
