using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Linking;

namespace ResetBot.Dialogs.Linking;

/// <summary>Ends at a word what linked other chats, or this one, with an account: it opens nothing to anybody, so that nothing has to be proved.</summary>
public sealed class Unlinking(Desks desks, DialogStack stack)
{
    /// <summary>Ends every link of the person's account.</summary>
    public async Task EndAsync(DialogContext context)
    {
        if (await desks.Directory.FindByObjectIdAsync(context.Conversation.Reference.ObjectId ?? "", context.Cancellation) is not { } account)
        {
            context.Say("unlink.none");
            await stack.RepeatAsync(context);
            return;
        }

        var isLinkedHere = await ChatLinks.FindAsync(context.Work, context.Conversation.Reference.Person, context.Cancellation) is { } link
            && link.Account == account.Id;
        if (isLinkedHere && !await stack.MayEndAsync(context))
        {
            return;
        }

        var ended = await desks.Linking.UnlinkAsync(context.Work, account, context.Actor, context.Cancellation);
        foreach (var linked in ended)
        {
            context.Say("unlink.done", linked.Name, context.Words.Say("at." + linked.Channel));
        }

        if (ended.Count == 0)
        {
            context.Say("unlink.none");
        }

        if (isLinkedHere)
        {
            await stack.EndAllAsync(context, EndReason.Cancelled);

            // It may not be stored yet.
            context.Conversation.Disown();
            return;
        }

        await stack.RepeatAsync(context);
    }
}
