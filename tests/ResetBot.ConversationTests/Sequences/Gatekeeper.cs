using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Methods;
using ResetBot.Testing.Conversations;

namespace ResetBot.ConversationTests.Sequences;

/// <summary>
/// The model: it knows which codes and passwords were right, and says of everything that the directory was asked to do, and of every change of
/// methods, whether it was allowed. It decides by the plain words of the policy and shares no code with what it watches.
/// </summary>
internal sealed class Gatekeeper(Dictionary<string, string> passwords, Rule rule, DateTimeOffset now)
{
    // A question is left alone for a quarter of an hour, and an open page twice as long at the most.
    private static readonly TimeSpan LongestSilence = TimeSpan.FromMinutes(36);

    private readonly Tally _tally = new();
    private readonly Dictionary<string, GateCase> _cases = [];
    private readonly Dictionary<Voice, GateCase> _current = [];
    private readonly Dictionary<Voice, DateTimeOffset> _lastDeed = [];
    private readonly Dictionary<(string Account, MethodKind Kind), (string To, DateTimeOffset CountsFrom)> _methods = [];
    private readonly HashSet<string> _frozen = [];
    private DateTimeOffset _now = now;

    /// <summary>The policy in force.</summary>
    public Rule Rule { get; set; } = rule;

    /// <summary>How many writes were judged, and found good.</summary>
    public int Allowed { get; private set; }

    public string PasswordOf(string account) => passwords[account];

    /// <summary>The newest code that was sent for what this voice does.</summary>
    public string? CodeOf(Voice by) => _current.GetValueOrDefault(by)?.Codes.LastOrDefault();

    /// <summary>Codes that were sent for it before, or that were used.</summary>
    public string? OldCodeOf(Voice by) => _current.GetValueOrDefault(by)?.Codes.Reverse().Skip(1).FirstOrDefault();

    /// <summary>The newest code that was sent for something that others do.</summary>
    public string? ForeignCode(Voice by) => _cases.Values.Where(one => one.By != by).SelectMany(one => one.Codes).LastOrDefault();

    /// <summary>Somebody types something. Called before it is sent.</summary>
    public void Types(Voice by, string text)
    {
        if (_current.GetValueOrDefault(by) is not { IsOver: false } current || current.Uses(text, _now) is not { } to)
        {
            return;
        }

        current.Confirmed.Add(to);
        foreach (var (method, kept) in _methods)
        {
            if (method.Account == current.Account && kept.To == to && kept.CountsFrom <= _now)
            {
                current.Proofs[method.Kind] = _now;
            }
        }
    }

    /// <summary>Somebody types a present password on the page of what they do. Called before it is sent.</summary>
    public void ShowsPassword(Voice by, string password)
    {
        if (_current.GetValueOrDefault(by) is { } current && password == passwords[current.Account])
        {
            current.ShowedPassword = true;
        }
    }

    /// <summary>Time has passed.</summary>
    public void Passed(DateTimeOffset moment) => _now = moment;

    /// <summary>Judges what a deed led to.</summary>
    /// <exception cref="StoryException">Something happened that may not.</exception>
    public void Judge(Voice by, Seen seen)
    {
        _now = seen.Now;
        var over = _cases.Values.Where(one => one.IsOver).ToHashSet();
        foreach (var step in seen.Steps)
        {
            Note(by, step);
        }

        foreach (var letter in seen.Letters.Where(_ => _current.ContainsKey(by)))
        {
            _current[by].Gets(letter, _now);
            _tally.Send(_current[by].Account, _current[by].IsBlind, _now);
        }

        foreach (var write in seen.Writes)
        {
            Judge(by, write, over);
        }

        foreach (var (account, methods) in seen.Methods)
        {
            JudgeMethods(by, account, methods);
        }

        _lastDeed[by] = _now;
    }

    /// <summary>What an account has registered from the start, which counts.</summary>
    public void Has(string account, IEnumerable<(MethodKind Kind, string To)> methods)
    {
        foreach (var (kind, to) in methods)
        {
            _methods[(account, kind)] = (to, DateTimeOffset.MinValue);
        }
    }

    private void Note(Voice by, AuditStep step)
    {
        var account = step.Body["account"]?.GetValue<string>() ?? "";
        var id = step.Body["case"]?.GetValue<string>() ?? "";
        if (step.Event == "RecoveryFrozen")
        {
            _frozen.Add(account);
        }
        else if (step.Event == "CaseStarted")
        {
            _current[by] = _cases[id] = new GateCase(id, account, Enum.Parse<Operation>(step.Detail("operation")!), by, Rule);
            if (!_cases[id].IsBlind)
            {
                _tally.Case(account, _now);
            }
        }
        else if (_cases.TryGetValue(id, out var known))
        {
            NoteCase(by, step, known);
        }
    }

    private void NoteCase(Voice by, AuditStep step, GateCase known)
    {
        switch (step.Event)
        {
            case "CaseMoved":
                known.By = by;
                _current[by] = known;
                break;
            case "CaseCancelled" or "CaseExpired" or "CaseFailed" or "CaseCompleted":
                known.IsOver = true;
                break;

            // Answers while registering are counted by themselves, which the trail does not tell apart.
            case "CodeWrong" when known.Operation != Operation.Register:
                _tally.WrongAnswer(known.Account, step.Detail("method")!, known.IsBlind, _now);
                break;
            case "CodeRight" when known.Operation != Operation.Register:
                _tally.RightAnswer(known.Account, step.Detail("method")!, known.IsBlind, _now);
                break;
            case "GatePassed":
                ClearTally(known);
                known.PassedAny = true;
                break;
            default:
                break;
        }
    }

    private void ClearTally(GateCase known)
    {
        if (known.IsBlind || known.Proofs.Count >= known.Begun.Needed(known.Operation))
        {
            _tally.Proved(known.Account);
        }
    }

    private void Judge(Voice by, Written write, HashSet<GateCase> over)
    {
        if (write.Case is null)
        {
            Demand(_frozen.Contains(write.Account) || _cases.Values.Any(one => one.Account == write.Account && one.IsDone), $"Sessions of {write.Account} ended.");
            return;
        }

        Demand(_cases.TryGetValue(write.Case, out var known) && known.Account == write.Account && known.Operation == write.Operation, $"{write} is of no case.");
        Demand(!over.Contains(known!), $"{write} came after the case was over.");
        Demand(!known!.IsDone, $"{write} came after it was done.");
        Demand(!_frozen.Contains(write.Account), $"{write} came after its owner had objected.");
        Demand(known.By is not (Voice.Thief or Voice.Stranger), $"{write} is of {known.By}.");
        Demand(by == known.By || by == Voice.World, $"{write} was caused by {by}.");
        Demand(known.Lacks(Rule, _now) is null, $"{write} lacks something: {known.Lacks(Rule, _now)}.");
        Demand(Rule.Operations.Contains(known.Operation), $"{write} is not permitted.");
        Demand(
            _now - _lastDeed.GetValueOrDefault(known.By, _now) < LongestSilence || known.Begun.Cooling > TimeSpan.Zero || Rule.Cooling > TimeSpan.Zero,
            $"{write} came after {known.By} had been silent since {_lastDeed.GetValueOrDefault(known.By):u}.");
        Allowed++;
        known.IsDone = write.Done;
        Count(write);
    }

    private void Count(Written write)
    {
        if (!write.Done)
        {
            return;
        }

        if (write.Password.Length > 0)
        {
            passwords[write.Account] = write.Password;
        }

        if (write.Operation == Operation.Reset)
        {
            _tally.Reset(write.Account, _now);
        }
        else if (write.Operation == Operation.Unlock)
        {
            _tally.Unlock(write.Account, _now);
        }
    }

    // Whoever changes what proves an account has shown the password or a method of it, and that what is added is theirs.
    private void JudgeMethods(Voice by, string account, IReadOnlyList<(MethodKind Kind, string To)> methods)
    {
        var before = _methods.Where(method => method.Key.Account == account).Select(method => (method.Key.Kind, method.Value.To)).ToList();
        var (added, removed) = (methods.Except(before).ToList(), before.Except(methods).ToList());
        if (added.Count + removed.Count == 0)
        {
            return;
        }

        var changing = _current.GetValueOrDefault(by);
        var may = changing is { Operation: Operation.Register } && changing.Account == account && changing.Lacks(Rule, _now) is null
            && changing.By is not (Voice.Thief or Voice.Stranger);
        Demand(may || (_frozen.Contains(account) && added.Count == 0), $"{by} changed methods: {string.Join(", ", added)} for {string.Join(", ", removed)}.");
        removed.ForEach(gone => _methods.Remove((account, gone.Kind)));
        foreach (var (kind, to) in added)
        {
            Demand(changing!.Confirmed.Contains(to), $"{to} was registered, and nobody showed that it is theirs.");
            var wait = TimeSpan.FromDays(changing.Factors(Rule) >= 2 ? 0 : kind == MethodKind.Sms ? 7 : 1);
            _methods[(account, kind)] = (to, _now + wait);
        }
    }

    private static void Demand(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new StoryException(otherwise);
        }
    }
}
