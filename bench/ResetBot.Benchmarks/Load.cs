using System.Diagnostics;
using System.Globalization;

namespace ResetBot.Benchmarks;

/// <summary>What one round of load showed.</summary>
/// <param name="TurnsPerSecond">Acknowledged turns whose replies reached the connector.</param>
/// <param name="P50">Half were answered within these milliseconds.</param>
/// <param name="P99">And 99 of 100 within these.</param>
/// <param name="RepliesPerTurn">Replies at the connector for each turn.</param>
/// <param name="Errors">Anything that was not answered, or not well.</param>
internal sealed record Load(double TurnsPerSecond, double P50, double P99, double RepliesPerTurn, long Errors)
{
    public const int People = 500;

    /// <summary>16 at once, "reset" and "cancel" alternating over the conversations of all people.</summary>
    /// <param name="port">Where the bot listens.</param>
    /// <param name="seconds">For how long.</param>
    /// <param name="connector">Counts the replies; null where there are none.</param>
    /// <param name="apart">How far apart the conversations are among those that are stored.</param>
    public static Task<Load> RunAsync(int port, int seconds, Connector? connector, int apart = 1) => RunAsync(
        port, seconds, connector, "turns.lua", ("PEOPLE", People.ToString(CultureInfo.InvariantCulture)), ("APART", apart.ToString(CultureInfo.InvariantCulture)), ("MARK", Guid.NewGuid().ToString("N")));

    /// <summary>16 at once, as a script of bench/ asks.</summary>
    public static async Task<Load> RunAsync(int port, int seconds, Connector? connector, string script, params (string Name, string Value)[] environment)
    {
        var before = connector is null ? 0 : await connector.CountAsync();
        var start = new ProcessStartInfo(
            "wrk", ["-t1", "-c16", $"-d{seconds}s", "-s", Path.Combine(Repository.Root, "bench", script), $"http://127.0.0.1:{port}"])
        {
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var wrk = Process.Start(start)!;
        var said = await wrk.StandardOutput.ReadToEndAsync();
        var numbers = said.Split('\n').Single(line => line.StartsWith("RESULT", StringComparison.Ordinal)).Split(' ').Skip(1)
            .Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToList();
        var (turns, time) = (numbers[0], numbers[1] / 1e6);
        if (connector is null)
        {
            return new Load(turns / time, numbers[2] / 1000, numbers[3] / 1000, 0, (long)numbers[4]);
        }

        // What is acknowledged arrives a moment later; every turn has one reply at least.
        await Task.Delay(300);
        var replies = await connector.CountAsync() - before - 1;
        return new Load(Math.Min(turns, replies) / time, numbers[2] / 1000, numbers[3] / 1000, replies / turns, (long)numbers[4]);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{TurnsPerSecond,8:N0} turns/s   p50 {P50,6:N1} ms   p99 {P99,6:N1} ms   {RepliesPerTurn:N2} replies a turn   {Errors} errors");
}
