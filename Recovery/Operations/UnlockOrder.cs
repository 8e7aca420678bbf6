namespace ResetBot.Recovery.Operations;

/// <summary>An unlock on its way to the directory: the body of a message of kind <see cref="MessageKind"/>.</summary>
/// <param name="CaseId">Whose gates are passed.</param>
/// <param name="OrderId">Which order of that case; an older one is void.</param>
public sealed record UnlockOrder(string CaseId, string OrderId)
{
    /// <summary>The kind of message that carries it.</summary>
    public const string MessageKind = "unlock";
}
