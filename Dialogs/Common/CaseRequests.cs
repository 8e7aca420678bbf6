using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery.Cases;

namespace ResetBot.Dialogs.Common;

/// <summary>What a case of a conversation is asked for with.</summary>
internal static class CaseRequests
{
    /// <summary>Who it is about is what the channel knows; where it knows nobody, what the person typed.</summary>
    public static CaseRequest Of(DialogContext context, Operation operation, string name = "")
    {
        var reference = context.Conversation.Reference;
        CaseSubject who = reference.ObjectId is { } id ? new CaseSubject.Known(id) : new CaseSubject.Named(name, context.Address);
        return new CaseRequest(who, operation, context.Conversation.Key, reference.Person, context.Words.Language);
    }
}
