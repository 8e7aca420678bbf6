using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace ResetBot.Recovery.Policy;

/// <summary>Reads policies from YAML. Every fault is listed with its line and the value found; a key that is not known is one.</summary>
public sealed class PolicyFileReader
{
    /// <summary>Characters of a file at the most.</summary>
    public const int Longest = 256 * 1024;

    private const int Deepest = 8;
    private const string Unnamed = "(no name)";

    private readonly List<PolicyFinding> _found = [];
    private readonly List<Dictionary<string, int>> _lines = [];
    private readonly List<AccountPolicy> _policies = [];

    // Policies with faults: what does not fit in them is not worth telling yet.
    private readonly HashSet<int> _unread = [];
    private int? _madeFrom;

    private PolicyFileReader()
    {
    }

    /// <summary>Reads a file, and checks what it says.</summary>
    public static async Task<PolicyReading> ReadAsync(string text, PolicyCheck check, CancellationToken cancellation)
    {
        var reader = new PolicyFileReader();
        reader.Read(text);
        if (reader._found.Count == 0 || reader._policies.Count > 0)
        {
            var found = await check.FindAsync(reader._policies, cancellation);
            reader._found.AddRange(found.Where(finding => !reader._unread.Contains(finding.Policy ?? -1)).Select(reader.AtItsLine));
        }

        return new PolicyReading(reader._madeFrom, reader._policies, [.. reader._found.OrderBy(finding => finding.Line ?? int.MaxValue)]);
    }

    private void Read(string text)
    {
        if (text.Length > Longest)
        {
            _found.Add(new PolicyFinding(true, $"the file has {text.Length} characters; {Longest} are the most"));
            return;
        }

        try
        {
            LookThrough(text);
            if (_found.Count == 0)
            {
                var stream = new YamlStream();
                stream.Load(new StringReader(text));
                ReadRoot(stream);
            }
        }
        catch (YamlException fault)
        {
            _found.Add(new PolicyFinding(true, "this is not YAML: " + fault.Message) { Line = (int)fault.Start.Line });
        }
    }

    // What would make a small text a big or a deep one is refused before anything is built of it.
    private void LookThrough(string text)
    {
        var parser = new Parser(new StringReader(text));
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current!.NestingIncrease;
            if (depth > Deepest + 2)
            {
                Fault(parser.Current.Start, "lists and settings stand too deep inside each other");
                return;
            }

            if (parser.Current is AnchorAlias or NodeEvent { Anchor.IsEmpty: false } or NodeEvent { Tag.IsEmpty: false })
            {
                Fault(parser.Current.Start, "anchors (&), aliases (*) and tags (!) are not read here");
            }
        }
    }

    private void ReadRoot(YamlStream stream)
    {
        if (stream.Documents.Count != 1 || stream.Documents[0].RootNode is not YamlMappingNode root)
        {
            _found.Add(new PolicyFinding(true, "the file must hold one document with the keys version and policies") { Line = 1 });
            return;
        }

        var hasPolicies = false;
        foreach (var (key, value) in root.Children)
        {
            switch ((key as YamlScalarNode)?.Value)
            {
                case "version":
                    ReadVersion(value);
                    break;
                case "policies":
                    hasPolicies = true;
                    ReadPolicies(value);
                    break;
                case var other:
                    Fault(key.Start, $"'{other}' is not known; there are version and policies");
                    break;
            }
        }

        if (!hasPolicies)
        {
            Fault(root.Start, "policies is missing");
        }
    }

    private void ReadVersion(YamlNode node)
    {
        if (node is YamlScalarNode { Value: { } text } && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
        {
            _madeFrom = version;
            return;
        }

        Fault(node.Start, $"version is '{Shown(node)}'; it must be the number of the version that this file was made from, or be left out");
    }

    private void ReadPolicies(YamlNode node)
    {
        if (node is not YamlSequenceNode list)
        {
            Fault(node.Start, $"policies is '{Shown(node)}'; it must be a list");
            return;
        }

        foreach (var item in list)
        {
            if (item is YamlMappingNode policy)
            {
                ReadPolicy(policy);
            }
            else
            {
                Fault(item.Start, $"a policy is '{Shown(item)}'; it must be a list of settings");
            }
        }
    }

    private void ReadPolicy(YamlMappingNode node)
    {
        var faults = _found.Count;
        var policy = new AccountPolicy { Name = Unnamed };
        var lines = new Dictionary<string, int> { [""] = (int)node.Start.Line };
        foreach (var (key, value) in node.Children)
        {
            if (key is not YamlScalarNode { Value: { } name } || PolicySettings.Find(name) is not { } setting)
            {
                Fault(key.Start, $"'{Shown(key)}' is not known; there are {string.Join(", ", PolicySettings.All.Select(known => known.Name))}");
                continue;
            }

            lines[name] = (int)key.Start.Line;
            policy = ReadSetting(policy, setting, value);
        }

        if (!lines.ContainsKey("name"))
        {
            Fault(node.Start, "name is missing");
        }

        if (_found.Count > faults)
        {
            _unread.Add(_policies.Count);
        }

        _lines.Add(lines);
        _policies.Add(policy);
    }

    private AccountPolicy ReadSetting(AccountPolicy policy, PolicySetting setting, YamlNode node)
    {
        if (node is YamlSequenceNode list && setting.IsList)
        {
            return ReadList(policy, setting, list);
        }

        var read = node switch
        {
            YamlScalarNode { Value: { } word } when setting.IsList => word == setting.Word ? setting.ReadWord!(policy) : null,
            YamlScalarNode { Value: { } text } => setting.Read(policy, text),
            _ => null,
        };
        return read ?? Refuse(policy, setting, node);
    }

    private AccountPolicy ReadList(AccountPolicy policy, PolicySetting setting, YamlSequenceNode list)
    {
        var read = setting.Clear!(policy);
        if (list.Children.Count == 0)
        {
            Fault(list.Start, $"{setting.Name} is empty; it must be {setting.Values}");
        }

        foreach (var item in list)
        {
            read = (item is YamlScalarNode { Value: { } text } ? setting.Read(read, text) : null) ?? Refuse(read, setting, item);
        }

        return read;
    }

    private AccountPolicy Refuse(AccountPolicy policy, PolicySetting setting, YamlNode node)
    {
        Fault(node.Start, $"{setting.Name} {(setting.IsList ? "has" : "is")} '{Shown(node)}'; it must be {setting.Values}");
        return policy;
    }

    private void Fault(Mark at, string text) => _found.Add(new PolicyFinding(true, text) { Line = (int)at.Line });

    private PolicyFinding AtItsLine(PolicyFinding finding) => finding.Policy is { } index
        ? finding with { Line = _lines[index].GetValueOrDefault(finding.Setting ?? "", _lines[index][""]) }
        : finding;

    // One line of it, as much as is needed to find it.
    private static string Shown(YamlNode node)
    {
        var text = node is YamlScalarNode scalar ? scalar.Value ?? "" : node is YamlSequenceNode ? "a list" : "settings";
        text = new string([.. text.Select(letter => char.IsControl(letter) ? ' ' : letter)]);
        return text.Length > 60 ? text[..60] + "…" : text;
    }
}
