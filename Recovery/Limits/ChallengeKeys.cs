using ResetBot.Recovery.Methods;

namespace ResetBot.Recovery.Limits;

/// <summary>Under which key wrong answers are counted. It hangs on the kind, so that replacing a method gives no new tries.</summary>
public static class ChallengeKeys
{
    public const string CurrentPassword = "current-password";

    /// <summary>Answers to a registered method of this kind.</summary>
    public static string Registered(MethodKind kind) => kind.ToString();

    /// <summary>Answers that prove something by this kind, whichever it is.</summary>
    public static string Of(MethodKind kind) => kind == MethodKind.CurrentPassword ? CurrentPassword : Registered(kind);

    /// <summary>Answers that confirm a destination that is about to be registered.</summary>
    public static string Proposed(MethodKind kind) => "new-" + kind;
}
