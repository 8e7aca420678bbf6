using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ResetBot.Testing;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;

namespace ResetBot.ConversationTests.Fuzz;

/// <summary>Makes inputs from the corpus: activities, card actions, forms and what Slack sends and signs, each aimed at something that is under way.</summary>
internal sealed class FuzzInputs(ChatProcess service, SlackStandIn slack, int seed)
{
    private static readonly string Folder = Path.Combine(Lab.Repository, "tests", "ResetBot.ConversationTests", "Fuzz", "Corpus");

    private readonly Mutator _mutator = new(seed);
    private readonly string[] _activities = File.ReadAllLines(Path.Combine(Folder, "activities.jsonl"));
    private readonly string[] _actions = File.ReadAllLines(Path.Combine(Folder, "actions.jsonl"));
    private readonly string[] _forms = File.ReadAllLines(Path.Combine(Folder, "forms.txt"));

    private readonly string[] _slack = File.ReadAllLines(Path.Combine(Folder, "slack.jsonl"));

    /// <summary>The request with this number; the same each time.</summary>
    /// <param name="number">Which.</param>
    /// <param name="person">Who writes.</param>
    /// <param name="fields">What the forms of the browser bring along.</param>
    /// <param name="page">An open secure page.</param>
    public HttpRequestMessage Request(int number, Person person, IReadOnlyList<KeyValuePair<string, string>> fields, Uri page)
    {
        _mutator.At(number);
        return (number % 4) switch
        {
            0 => Activity(_mutator.Pick(_activities), number, person),
            1 => Activity(_mutator.Pick(_actions), number, person),
            2 => Slack(_mutator.Pick(_slack), number, slack.Join(person)),
            _ => Form(_mutator.Pick(_forms), fields, page),
        };
    }

    private HttpRequestMessage Activity(string template, int number, Person person)
    {
        var activity = JsonNode.Parse(template.Replace("{connector}", service.ServiceUrl.ToString(), StringComparison.Ordinal)
            .Replace("{person}", person.ObjectId, StringComparison.Ordinal)
            .Replace("{prompt}", $"{_mutator.Below(int.MaxValue):x32}", StringComparison.Ordinal))!.AsObject();
        activity["id"] = $"fuzz-{number}";
        activity["conversation"]!["id"] = "a:" + person.ObjectId;
        if (activity["text"] is not null && _mutator.Below(2) == 0)
        {
            activity["text"] = _mutator.Text();
        }

        var content = new ByteArrayContent(_mutator.Bend(activity));
        content.Headers.TryAddWithoutValidation("Content-Type", _mutator.Below(50) == 0 ? _mutator.Pick(["text/plain", "application/json; charset=utf-16", "", "application/x"]) : "application/json");
        return new HttpRequestMessage(HttpMethod.Post, new Uri(service.Address, "/api/messages")) { Content = content };
    }

    // Signed whatever it has become: what comes of it must not hang on the signature.
    private HttpRequestMessage Slack(string template, int number, SlackUser user)
    {
        var sent = JsonNode.Parse(template.Replace("{id}", $"fuzz-{number}", StringComparison.Ordinal)
            .Replace("{slack}", slack.Address.ToString(), StringComparison.Ordinal)
            .Replace("{user}", user.Id, StringComparison.Ordinal)
            .Replace("{direct}", user.Direct, StringComparison.Ordinal)
            .Replace("{team}", SlackStandIn.Team, StringComparison.Ordinal))!.AsObject();
        var isEvent = sent["type"]?.GetValue<string>() is "event_callback" or "url_verification" or "app_rate_limited";
        if (sent["event"]?["text"] is not null && _mutator.Below(2) == 0)
        {
            sent["event"]!["text"] = _mutator.Text();
        }

        var body = isEvent ? _mutator.Bend(sent) : sent["command"] is not null ? Command(sent) : Payload(_mutator.Bend(sent));
        return SlackWire.Request(service.Address, body, isEvent || _mutator.Below(50) == 0 ? SlackWire.Json : SlackWire.Form, DateTimeOffset.UtcNow);
    }

    private byte[] Command(JsonObject fields) => Encoding.UTF8.GetBytes(string.Join(
        '&', fields.Select(field => $"{field.Key}={WebUtility.UrlEncode(_mutator.Below(12) == 0 ? _mutator.Text() : $"{field.Value}")}")));

    private static byte[] Payload(byte[] bent) => [.. "payload="u8, .. WebUtility.UrlEncodeToBytes(bent, 0, bent.Length)!];

    private HttpRequestMessage Form(string template, IReadOnlyList<KeyValuePair<string, string>> brought, Uri page)
    {
        var (target, typed) = (template.Split(' ')[0], template.Split(' ')[1]);
        var fields = brought.Concat(typed.Split('&').Select(pair => KeyValuePair.Create(pair.Split('=')[0], WebUtility.UrlDecode(pair.Split('=')[1])))).ToList();
        for (var times = _mutator.Below(3); times > 0; times--)
        {
            var at = _mutator.Below(fields.Count);
            fields[at] = _mutator.Below(4) == 0
                ? KeyValuePair.Create(_mutator.Text(), fields[at].Value)
                : KeyValuePair.Create(fields[at].Key, _mutator.Text());
        }

        var address = target switch
        {
            "chat" => service.Address,
            "page" => new Uri(service.Address, page.AbsolutePath),
            _ => new Uri(service.Address, "/s/" + new string('A', 43)),
        };
        var body = string.Join('&', fields.Select(field => $"{WebUtility.UrlEncode(field.Key)}={WebUtility.UrlEncode(field.Value)}"));
        var bytes = Encoding.UTF8.GetBytes(_mutator.Below(10) == 0 ? body[.._mutator.Below(body.Length)] + "%&=%ZZ" : body);
        var content = new ByteArrayContent(bytes);
        content.Headers.TryAddWithoutValidation(
            "Content-Type", _mutator.Below(30) == 0 ? "multipart/form-data; boundary=" + _mutator.Pick(["x", "", "\"\""]) : "application/x-www-form-urlencoded");
        return new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
    }
}
