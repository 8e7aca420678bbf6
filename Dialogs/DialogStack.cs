using ResetBot.Dialogs.Turns;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery.Policy;
using ResetBot.Recovery.SecurePages;

namespace ResetBot.Dialogs;

/// <summary>The dialogs of a conversation that are in progress: the last one is active, those below wait for its result.</summary>
public sealed class DialogStack
{
    private readonly Dictionary<string, IDialog> _dialogs;
    private readonly RecoveryPolicy _policy;

    public DialogStack(IEnumerable<IDialog> dialogs, RecoveryPolicy policy)
    {
        _dialogs = dialogs.ToDictionary(dialog => dialog.Name);
        _policy = policy;
    }

    public static bool IsIdle(DialogContext context) => context.Conversation.Stack.Count == 0;

    /// <summary>Begins a dialog on top of what is in progress.</summary>
    public async Task BeginAsync(DialogContext context, string name, object? state = null)
    {
        QuestionsOnTop.Cover(context);
        context.Conversation.Stack.Add(new DialogFrame(name, "", DialogState.None));
        await TouchBelowAsync(context);
        await SettleAsync(context, await _dialogs[name].BeginAsync(context, state));
    }

    /// <summary>Begins a dialog in place of what is in progress.</summary>
    public async Task ReplaceAsync(DialogContext context, string name)
    {
        if (!await MayEndAsync(context))
        {
            return;
        }

        if (!IsIdle(context))
        {
            context.Say("chat.replaced");
            await EndAllAsync(context, EndReason.Cancelled);
        }

        await BeginAsync(context, name);
    }

    /// <summary>Hands the turn to the active dialog.</summary>
    public async Task<StepResult> ContinueAsync(DialogContext context)
    {
        // A dialog that this version does not know can only be left.
        if (!IsIdle(context) && !context.Conversation.Stack.TrueForAll(known => _dialogs.ContainsKey(known.Dialog)))
        {
            await EndAllAsync(context, EndReason.Cancelled);
        }

        if (IsIdle(context))
        {
            return new StepResult.NotUnderstood();
        }

        Uncover(context);
        await TouchBelowAsync(context);
        var frame = context.Conversation.Stack[^1];
        var step = await _dialogs[frame.Dialog].ContinueAsync(context, frame);
        await SettleAsync(context, step);
        return step.Wants;
    }

    /// <summary>Asks the pending question again, if there is one.</summary>
    public async Task RepeatAsync(DialogContext context)
    {
        if (!IsIdle(context))
        {
            await TouchBelowAsync(context);
            var frame = context.Conversation.Stack[^1];
            context.IsRepeating = true;
            await (_dialogs.GetValueOrDefault(frame.Dialog)?.RepeatAsync(context, frame) ?? Task.CompletedTask);
            context.IsRepeating = false;
            KeepWaiting(context);
        }
    }

    /// <summary>Whether everything that is in progress may end now; says so when it may not, since then "nothing was changed" could be untrue.</summary>
    public async Task<bool> MayEndAsync(DialogContext context)
    {
        foreach (var frame in context.Conversation.Stack)
        {
            if (_dialogs.TryGetValue(frame.Dialog, out var dialog) && !await dialog.MayEndAsync(context, frame))
            {
                context.Say("page.stillAsking");
                KeepWaiting(context);
                return false;
            }
        }

        return true;
    }

    /// <summary>Lets a dialog go on whose waiting time is over; false when none waits for a time. What a command put on top of it gives way.</summary>
    public async Task<bool> WakeAsync(DialogContext context)
    {
        var stack = context.Conversation.Stack;
        for (var index = stack.Count - 1; index >= 0; index--)
        {
            if (_dialogs.TryGetValue(stack[index].Dialog, out var dialog) && await dialog.WakeAsync(context, stack[index]) is { } step)
            {
                QuestionsOnTop.TakeAway(context, index);
                await SettleAsync(context, step);
                return true;
            }

            if (stack[index].Awaited)
            {
                break;
            }
        }

        return false;
    }

    /// <summary>Ends everything that is in progress, the active dialog first.</summary>
    public async Task EndAllAsync(DialogContext context, EndReason reason)
    {
        context.SettleOver();
        for (var index = context.Conversation.Stack.Count - 1; index >= 0; index--)
        {
            var frame = context.Conversation.Stack[index];
            if (_dialogs.TryGetValue(frame.Dialog, out var dialog))
            {
                await dialog.EndAsync(context, frame, reason);
            }

            // What a command covered is over as well.
            context.SettleOver(frame.Covered);
        }

        Clear(context);
    }

    // Those that wait under the active one live on with it.
    private async Task TouchBelowAsync(DialogContext context)
    {
        foreach (var frame in context.Conversation.Stack.SkipLast(1).ToList())
        {
            if (_dialogs.TryGetValue(frame.Dialog, out var dialog))
            {
                await dialog.TouchAsync(context, frame);
            }
        }
    }

    // How a page ended, or what the directory did, concerns the dialog that asked for it, also when a command has put another one on top meanwhile.
    private static void Uncover(DialogContext context)
    {
        var stack = context.Conversation.Stack;
        var ended = context.Event is not null || context.Page is { Result: not PageResult.Opened };
        while (ended && stack.Count > 1 && !stack[^1].Awaited)
        {
            QuestionsOnTop.TakeAway(context, stack.Count - 2);
        }
    }

    // Follows what steps want until one waits or nothing is left.
    private async Task SettleAsync(DialogContext context, DialogStep step)
    {
        var stack = context.Conversation.Stack;
        while (true)
        {
            stack[^1] = step.Frame with { Awaited = stack[^1].Awaited };
            switch (step.Wants)
            {
                case StepResult.Begin begin:
                    stack.Add(new DialogFrame(begin.Dialog, "", DialogState.None, Awaited: true));
                    step = await _dialogs[begin.Dialog].BeginAsync(context, begin.State);
                    break;
                case StepResult.EndAll:
                    await EndBelowAsync(context);
                    return;
                case StepResult.End when stack.Count == 1:
                    Clear(context);
                    return;
                case StepResult.End end:
                    step = await ReturnAsync(context, end.Result);
                    break;
                default:
                    KeepWaiting(context);
                    return;
            }
        }
    }

    // What the directory is doing already is told when it is done.
    private async Task EndBelowAsync(DialogContext context)
    {
        context.Conversation.Stack.RemoveAt(context.Conversation.Stack.Count - 1);
        if (await MayEndAsync(context))
        {
            await EndAllAsync(context, EndReason.Cancelled);
        }
        else
        {
            QuestionsOnTop.Uncover(context);
        }
    }

    // A dialog that a command put on top gives way to the question below it.
    private async Task<DialogStep> ReturnAsync(DialogContext context, DialogResult result)
    {
        var stack = context.Conversation.Stack;
        if (stack[^1].Awaited)
        {
            stack.RemoveAt(stack.Count - 1);
            return await _dialogs[stack[^1].Dialog].ResumeAsync(context, stack[^1], result);
        }

        QuestionsOnTop.GiveWay(context);
        await RepeatAsync(context);
        return new DialogStep(stack[^1], new StepResult.Wait());
    }

    // What asks nothing new never cuts a longer wait short, such as that for an open page.
    private void KeepWaiting(DialogContext context)
    {
        var asked = context.Replies.Any(reply => reply is Reply.Question { Repeats: false });
        DateTimeOffset?[] waits = [context.Work.Now + _policy.QuestionLifetime, context.KeepUntil, asked ? null : context.Conversation.QuestionDueAt];
        context.Conversation.QuestionDueAt = context.WakeAt ?? waits.Max();
    }

    private static void Clear(DialogContext context)
    {
        context.Conversation.Stack.Clear();
        context.Conversation.QuestionDueAt = null;
        context.Conversation.Question = null;
    }
}
