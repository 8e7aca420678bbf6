namespace ResetBot.Recovery.Methods;

/// <summary>What one kind of method depends on.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Group">What it hangs on.</param>
/// <param name="Tie">When it hangs on the account.</param>
/// <param name="ForAdministrators">Whether it may prove an administrator.</param>
/// <param name="ResistsPhishing">Nobody can be talked into giving it to another site (NIST SP 800-63B-4 §3.2.5).</param>
public sealed record FactorRow(
    MethodKind Kind, FactorGroup Group, AccountTie Tie, bool ForAdministrators = true, bool ResistsPhishing = false)
{
    /// <summary>How its codes get to the person.</summary>
    public CodeWay Way { get; init; }

    /// <summary>A policy has to name it: it is not allowed where none is named.</summary>
    public bool OffByDefault { get; init; }

    /// <summary>Somebody else is asked.</summary>
    public bool ByOthers { get; init; }

    /// <summary>The person is asked in another chat of theirs.</summary>
    public bool InOtherChat { get; init; }

    /// <summary>The answer comes from somewhere else than the conversation, and is waited for.</summary>
    public bool IsWaitedFor => ByOthers || InOtherChat;

    /// <summary>The directory, or the help desk, has what it needs: nobody registers it.</summary>
    public bool FromDirectory { get; init; }

    /// <summary>Others may find it out, or hold it too: it counts beside a method that stands alone only, and is never the only gate.</summary>
    public bool NeverAlone { get; init; }

    /// <summary>Asking for it tells something of the account: it waits until something was proved.</summary>
    public bool NeverBlind { get; init; }
}
