using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using ResetBot.Bot.Hosting;

namespace ResetBot.Benchmarks;

/// <summary>Where the time of a turn goes, stage by stage, in a host in this process that is listened to.</summary>
internal static class Stages
{
    private static readonly string[] Order = ["read", "lock", "load", "dialog", "render", "commit", "acknowledge", "deliver"];

    public static async Task RunAsync(int seconds)
    {
        using var connector = new Connector();
        var data = Directory.CreateTempSubdirectory("resetbot-stages-").FullName;
        await using (var app = ResetBotHost.Build(Contestant.Settings(data, 5978)))
        {
            await app.StartAsync();
            await Load.RunAsync(5978, seconds, connector);
            var times = new ConcurrentDictionary<string, ConcurrentBag<double>>();
            var before = Memory.Now;
            using (var listener = Listen(times))
            {
                Console.WriteLine(await Load.RunAsync(5978, seconds, connector));
            }

            Print(times);
            Console.WriteLine(before.Since(times["read"].Count));
            await app.StopAsync();
        }

        Directory.Delete(data, recursive: true);
    }

    private static MeterListener Listen(ConcurrentDictionary<string, ConcurrentBag<double>> times)
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Meter.Name.StartsWith("ResetBot.", StringComparison.Ordinal))
                {
                    self.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<double>((instrument, time, tags, _) =>
        {
            var stage = tags.Length > 0 ? (string)tags[0].Value! : "commit";
            times.GetOrAdd(stage, _ => []).Add(time);
        });
        listener.Start();
        return listener;
    }

    private static void Print(ConcurrentDictionary<string, ConcurrentBag<double>> times)
    {
        Console.WriteLine("stage           count      mean ms    p50 ms    p99 ms");
        foreach (var stage in Order.Where(times.ContainsKey))
        {
            var sorted = times[stage].Order().ToList();
            Console.WriteLine($"{stage,-12} {sorted.Count,8}   {sorted.Average(),8:N3}  {sorted[sorted.Count / 2],8:N3}  {sorted[(int)(sorted.Count * 0.99)],8:N3}");
        }
    }
}
