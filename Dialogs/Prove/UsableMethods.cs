using ResetBot.Cards;
using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Pushes;

namespace ResetBot.Dialogs.Prove;

/// <summary>Which methods can be chosen for the next gate, and why others that are registered cannot.</summary>
/// <param name="Usable">In the order in which they are offered, with what their owner recognises them by.</param>
/// <param name="Excluded">Why others cannot be chosen, in words.</param>
internal sealed record UsableMethods(List<(MethodKind Kind, string Masked)> Usable, List<string> Excluded)
{
    // What is not asked for before something was proved, and can be chosen then: the same for every name.
    private IReadOnlyList<MethodKind> Later { get; init; } = [];

    private DateTimeOffset? _cappedUntil;

    public static async Task<UsableMethods> OfAsync(Desks desks, DialogContext context, ProveState state, RecoveryCase recoveryCase)
    {
        if (recoveryCase.IsBlind)
        {
            return await BlindAsync(desks, context, state, recoveryCase);
        }

        var record = await AccountRecord.OfAsync(context.Work, recoveryCase.Account, context.Cancellation);
        var methods = await desks.Cases.MethodsAsync(context.Work, recoveryCase, record, context.Cancellation)
            ?? throw new DirectoryUnavailableException("the account is gone");
        var found = new UsableMethods([], []);
        foreach (var (method, standing) in methods)
        {
            if (standing is MethodStanding.Counts && IsAtHand(method.Kind, state))
            {
                await found.AddAsync(desks, context, recoveryCase, method);
            }
            else if (standing is not MethodStanding.Counts and not MethodStanding.GroupUsed)
            {
                found.Excluded.Add(Methods.Explain(context, method, standing));
            }
        }

        return found;
    }

    /// <summary>Why too few are left, where that is what text messages and calls cost.</summary>
    public void SayCapped(DialogContext context)
    {
        if (_cappedUntil is { } until)
        {
            CostWords.Refuse(context, until);
        }
    }

    public bool Has(MethodKind kind) => Usable.Exists(method => method.Kind == kind);

    /// <summary>Whether the gates that are left of so many can be passed.</summary>
    public bool Suffice(FactorTable factors, RecoveryCase recoveryCase, int gates) => Usable.Count > 0
        && factors.Independent([.. Usable.Select(method => method.Kind), .. Later], recoveryCase.Used) >= gates - recoveryCase.Gates.Count;

    private async Task AddAsync(Desks desks, DialogContext context, RecoveryCase recoveryCase, RegisteredMethod method)
    {
        if (FactorTable.Published.Of(method.Kind).Way is CodeWay.Text or CodeWay.Call
            && await desks.Costs.RefusedUntilAsync(context.Work, recoveryCase.Id, method.Destination, context.Cancellation) is { } until)
        {
            _cappedUntil = until;
            Excluded.Add(CostWords.Explain(context, MethodNames.Of(Methods.Word(method.Kind), method.Masked, context.Words), until));
            return;
        }

        if (FactorTable.Published.Of(method.Kind).InOtherChat && !await desks.Pushes.CanAskAsync(context.Work, recoveryCase, method, context.Cancellation))
        {
            Excluded.Add(context.Words.Say(PushDesk.IsInChat(recoveryCase) ? "excluded.noOtherChat" : "excluded.chatOnly", MethodNames.Of(Methods.Word(method.Kind), method.Masked, context.Words)));
            return;
        }

        Usable.Add((method.Kind, method.Masked));
    }

    // The same for every name: what this installation offers, without what whoever is here has tried too often.
    private static async Task<UsableMethods> BlindAsync(Desks desks, DialogContext context, ProveState state, RecoveryCase recoveryCase)
    {
        var counted = await StrangerLimiter.CountedAsync(context.Work, recoveryCase, context.Cancellation);
        List<(MethodKind, string)> usable = [];
        List<MethodKind> later = [];
        foreach (var kind in desks.Policies.InForce.ToStranger(recoveryCase.Operation).Methods.Where(desks.Offered.Offers))
        {
            var paused = AttemptLimiter.MethodPausedUntil(counted, ChallengeKeys.Registered(kind), context.Work.Now) is not null;
            if (desks.Factors.Of(kind).InOtherChat)
            {
                continue;
            }

            if (desks.Factors.Of(kind).NeverBlind)
            {
                later.Add(kind);
            }
            else if (!paused && IsAtHand(kind, state))
            {
                usable.Add((kind, ""));
            }
        }

        return new UsableMethods(usable, []) { Later = later };
    }

    private static bool IsAtHand(MethodKind kind, ProveState state) =>
        !(state.LostPhone && kind is MethodKind.Sms or MethodKind.DirectoryMobile or MethodKind.VoiceMobile or MethodKind.Authenticator)
        && !(state.OthersAsked && FactorTable.Published.Of(kind).ByOthers)
        && !state.NobodyToAsk.Contains(kind)
        && !(state.SendsPaused && FactorTable.Published.Of(kind).Way != CodeWay.None);
}
