using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Methods;

namespace ResetBot.ConversationTests.Sequences;

/// <summary>What the model knows of one case: what its people really showed in it.</summary>
internal sealed class GateCase(string id, string account, Operation operation, Voice by, Rule begun)
{
    private readonly List<(Letter Letter, DateTimeOffset At)> _letters = [];
    private readonly bool _begunOnWeb = by is Voice.OwnersBrowser or Voice.Stranger;

    public string Id { get; } = id;

    public string Account { get; } = account;

    public Operation Operation { get; } = operation;

    /// <summary>Who acts in it: another one when it moved.</summary>
    public Voice By { get; set; } = by;

    /// <summary>The policy that held when it was begun.</summary>
    public Rule Begun { get; } = begun;

    /// <summary>The registered methods whose code was typed here, each when it was last.</summary>
    public Dictionary<MethodKind, DateTimeOffset> Proofs { get; } = [];

    /// <summary>Addresses and numbers whose code was typed here.</summary>
    public HashSet<string> Confirmed { get; } = [];

    /// <summary>The present password was typed on its page.</summary>
    public bool ShowedPassword { get; set; }

    /// <summary>The trail says that it is over.</summary>
    public bool IsOver { get; set; }

    /// <summary>The directory did what it is for.</summary>
    public bool IsDone { get; set; }

    /// <summary>It is where nobody is known.</summary>
    public bool IsWeb => By is Voice.OwnersBrowser or Voice.Stranger;

    /// <summary>The trail says that a gate was passed. By that alone it is known whose tries are counted; it proves nothing.</summary>
    public bool PassedAny { get; set; }

    /// <summary>It was begun by naming the account, and nothing was proved in it.</summary>
    public bool IsBlind => IsWeb && !PassedAny;

    /// <summary>The codes that were sent for it, the newest last.</summary>
    public IEnumerable<string> Codes => _letters.Select(letter => letter.Letter.Code);

    public void Gets(Letter letter, DateTimeOffset now) => _letters.Add((letter, now));

    /// <summary>Where the code went that was typed, if it is the newest of the case, in time, and typed for the first time; null otherwise.</summary>
    public string? Uses(string text, DateTimeOffset now)
    {
        if (_letters.Count == 0 || _letters[^1].Letter.Code != text || now >= _letters[^1].At + TimeSpan.FromMinutes(5))
        {
            return null;
        }

        var to = _letters[^1].Letter.To;
        _letters[^1] = (new Letter(to, text + " (used)"), _letters[^1].At);
        return to;
    }

    /// <summary>How many different things were shown that count under this policy, the present password among them.</summary>
    public int Factors(Rule now) => Proofs.Keys.Count(now.Methods.Contains) + (ShowedPassword ? 1 : 0);

    /// <summary>Why it gives no proof under the policy that holds now; null when it does.</summary>
    public string? Lacks(Rule now, DateTimeOffset at)
    {
        if (Operation is Operation.Change or Operation.Register)
        {
            return LacksFactors(now);
        }

        var needed = Math.Max(Begun.Needed(Operation), now.Needed(Operation));
        var counting = Proofs.Where(proof => Begun.Methods.Contains(proof.Key) && now.Methods.Contains(proof.Key)).ToList();
        if (counting.Count < needed)
        {
            return $"{counting.Count} of {needed} gates";
        }

        var cooling = Operation != Operation.Reset ? TimeSpan.Zero : Begun.Cooling > now.Cooling ? Begun.Cooling : now.Cooling;
        return counting.Max(proof => proof.Value) + cooling > at ? "the waiting time is not over" : null;
    }

    // Where nobody is known, what stands behind one factor elsewhere stands behind the gates of a reset, or behind one more. A registration keeps the
    // gates that it was begun with; the one before a change is for whom no channel knows, and its owner in a chat is known.
    private string? LacksFactors(Rule now)
    {
        var needed = Operation == Operation.Change ? (IsWeb ? 2 : 1) : _begunOnWeb ? Math.Max(Begun.Reset, now.Reset) : 1;
        return Factors(now) < needed || (Operation == Operation.Change && !ShowedPassword) ? $"{Factors(now)} of {needed} factors, or the password" : null;
    }
}
