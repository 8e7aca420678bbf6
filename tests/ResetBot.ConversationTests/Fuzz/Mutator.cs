using System.Text;
using System.Text.Json.Nodes;

namespace ResetBot.ConversationTests.Fuzz;

/// <summary>Bends inputs: their structure, their values, and at last their bytes. The same number gives the same input.</summary>
internal sealed class Mutator(int seed)
{
    private static readonly string[] Texts =
    [
        "", " ", "\0", "\u202Ereset", "\uFEFF", "e\u0301\u0301\u0301", "'; DROP TABLE conversation; --", "<script>alert(1)</script>", "{{7*7}}", "${jndi:ldap://x}",
        "%00%0d%0aSet-Cookie:x=1", "../../etc/passwd", "\r\nX-Injected: 1", "true", "null", "-1", "1e309", "999999999999999999999", "9999-99-99T99:99:99Z",
        "\U0001F469\u200D\U0001F4BB", "new link", "cancel", "continue", "svenska", "http://169.254.169.254/", "2026-11-24T10:00:00Z", "00000000-0000-0000-0000-000000000000",
    ];

    private Random _random = new(seed);

    public Mutator At(int number)
    {
        _random = new Random(HashCode(seed, number));
        return this;
    }

    public int Below(int count) => _random.Next(count);

    public T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    /// <summary>An activity with a few places bent; now and then its bytes too.</summary>
    public byte[] Bend(JsonObject activity)
    {
        for (var times = _random.Next(4); times > 0; times--)
        {
            BendSomewhere(activity);
        }

        var bytes = Encoding.UTF8.GetBytes(activity.ToJsonString());
        return _random.Next(5) == 0 ? Bend(bytes) : bytes;
    }

    /// <summary>Some value, long ones seldom.</summary>
    public string Text() => _random.Next(20) switch
    {
        0 => new string('x', _random.Next(70_000)),
        1 => new string([.. Enumerable.Range(0, _random.Next(40)).Select(_ => (char)_random.Next(1, 0xD7FF))]),
        _ => Pick(Texts),
    };

    private byte[] Bend(byte[] bytes)
    {
        var list = bytes.ToList();
        for (var times = 1 + _random.Next(4); times > 0 && list.Count > 0; times--)
        {
            var at = _random.Next(list.Count);
            switch (_random.Next(4))
            {
                case 0:
                    list[at] = (byte)_random.Next(256);
                    break;
                case 1:
                    list.RemoveRange(at, Math.Min(list.Count - at, 1 + _random.Next(40)));
                    break;
                case 2:
                    list.InsertRange(at, list.GetRange(at, Math.Min(list.Count - at, 1 + _random.Next(40))));
                    break;
                default:
                    list.RemoveRange(at, list.Count - at);
                    break;
            }
        }

        return [.. list];
    }

    private void BendSomewhere(JsonNode node)
    {
        while (true)
        {
            switch (node)
            {
                case JsonObject { Count: > 0 } inside:
                    var name = Pick(inside.Select(member => member.Key).ToList());
                    if (inside[name] is JsonObject or JsonArray && _random.Next(3) > 0)
                    {
                        node = inside[name]!;
                        continue;
                    }

                    Bend(inside, name);
                    return;
                case JsonArray { Count: > 0 } list:
                    list[_random.Next(list.Count)] = Value();
                    return;
                default:
                    return;
            }
        }
    }

    private void Bend(JsonObject inside, string name)
    {
        switch (_random.Next(6))
        {
            case 0:
                inside.Remove(name);
                break;
            case 1:
                inside[Text()] = inside[name]?.DeepClone();
                break;
            case 2:
                inside[name] = new JsonArray(inside[name]?.DeepClone(), Value());
                break;
            default:
                inside[name] = Value();
                break;
        }
    }

    private JsonNode? Value() => _random.Next(9) switch
    {
        0 => null,
        1 => _random.NextDouble() * 1e18,
        2 => _random.Next(2) == 0,
        3 => new JsonObject { [Text()] = Text() },
        4 => new JsonArray(Text(), _random.Next()),
        5 => Deep(_random.Next(200)),
        _ => Text(),
    };

    private static JsonNode Deep(int levels)
    {
        JsonNode node = new JsonObject();
        for (; levels > 0; levels--)
        {
            node = new JsonArray(node);
        }

        return node;
    }

    private static int HashCode(int seed, int number) => unchecked((seed * 486_187_739) + (number * 1_000_003));
}
