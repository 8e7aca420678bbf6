using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ResetBot.Benchmarks;

/// <summary>ResetBot in Slack beside Slack's own Bolt: signed events in, one message or more out for each.</summary>
internal static class SlackEvents
{
    public const string Secret = "a signing secret of the benchmark";

    // More than any contestant takes in a second.
    private const int MostPerSecond = 12_000;

    public static async Task RunAsync(int seconds, int rounds)
    {
        using var connector = new Connector();
        using var people = Child.Start("dotnet", [typeof(SlackEvents).Assembly.Location, "people", SlackPeople.Port]);
        await Child.AnswersAsync(int.Parse(SlackPeople.Port, CultureInfo.InvariantCulture));
        using var bolt = await Contestant.BoltAsync();
        using var ours = await Contestant.ResetBotAsync(
            "ResetBot", 5978, prepare: null, "--Slack:SigningSecret=" + Secret, "--Slack:BotToken=xoxb-bench", "--Slack:ApiUrl=http://127.0.0.1:5990/api/",
            "--Slack:EmailsAreManaged=true", "--Slack:AllowedWorkspaces:0=T1", "--Slack:PersonKept=01:00:00");
        Contestant[] all = [bolt, ours];
        for (var round = 0; round <= rounds; round++)
        {
            Console.WriteLine(round == 0 ? "to warm up:" : $"round {round}:");
            foreach (var contestant in all)
            {
                var time = round == 0 ? Turns.WarmUp * seconds : seconds;
                var events = Write(time * MostPerSecond);
                contestant.Note(await Load.RunAsync(contestant.Port, time, connector, "slack.lua", ("EVENTS", events)));
                File.Delete(events);
            }
        }

        Console.WriteLine();
        Console.WriteLine($"{Turns.Median(ours) / Turns.Median(bolt):N1} times Bolt; {ours.Megabytes} MB (medians)");
    }

    // Signed now, which is good for five minutes; "reset" and "cancel" alternate over the conversations of all people.
    private static string Write(int events)
    {
        var file = Path.GetTempFileName();
        var key = Encoding.UTF8.GetBytes(Secret);
        var time = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var mark = Guid.NewGuid().ToString("N")[..12];
        using var stream = File.Create(file);
        using var writer = new StreamWriter(stream);
        for (var number = 0; number < events; number++)
        {
            var (person, text) = (number % Load.People, number / Load.People % 2 == 0 ? "reset" : "cancel");
            var body = $$$"""
                {"token":"x","team_id":"T1","api_app_id":"A1","type":"event_callback","event_id":"Ev{{{mark}}}{{{number}}}","event_time":{{{time}}},"authorizations":[{"team_id":"T1","user_id":"U0BOT","is_bot":true}],"event":{"type":"message","channel":"D{{{person}}}","channel_type":"im","user":"U{{{person}}}","text":"{{{text}}}","ts":"{{{time}}}.{{{number:D6}}}","event_ts":"{{{time}}}.{{{number:D6}}}"}}
                """;
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{time}\t"));
            writer.Write($"v0={Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"v0:{time}:{body}")))}\t{body}\n");
        }

        // On disk before anybody is measured: written behind a commit's back it would hold that commit up.
        writer.Flush();
        stream.Flush(flushToDisk: true);
        return file;
    }
}
