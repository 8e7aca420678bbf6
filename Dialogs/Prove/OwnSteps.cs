using ResetBot.Recovery.Methods;

namespace ResetBot.Dialogs.Prove;

/// <summary>The steps of methods that no code is typed for. Names in saved conversations: never renamed.</summary>
internal static class OwnSteps
{
    public const string Passkey = "passkey";
    public const string Approval = "approval";

    /// <summary>The step of a method; null when a code is typed.</summary>
    public static string? Of(MethodKind kind) => kind switch
    {
        MethodKind.Passkey => Passkey,
        MethodKind.ManagerApproval => Approval,
        _ => null,
    };
}
