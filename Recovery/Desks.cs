using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Approvals;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Challenges;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Linking;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Objections;
using ResetBot.Recovery.Policy;
using ResetBot.Recovery.Privacy;
using ResetBot.Recovery.Pushes;
using ResetBot.Recovery.Registration;
using ResetBot.Recovery.SecurePages;
using ResetBot.Recovery.Vouching;

namespace ResetBot.Recovery;

/// <summary>All that a conversation about recovery needs, in one hand.</summary>
public sealed record Desks(
    CaseDesk Cases,
    CaseMoves Moves,
    CaseAccounts Accounts,
    ChallengeDesk Challenges,
    LinkDesk Links,
    RegistrationDesk Registration,
    ObjectionDesk Objections,
    ApprovalDesk Approvals,
    PushDesk Pushes,
    ColleagueDesk Colleagues,
    VouchingDesk Vouching,
    PrivacyDesk Privacy,
    LinkingDesk Linking,
    MethodJudge Judge,
    FactorTable Factors,
    IDirectory Directory,
    IMethodsOffered Offered,
    PolicyBook Policies,
    CostCap Costs,
    ChallengeOptions ChallengeOptions,
    SecurePageOptions PageOptions);
