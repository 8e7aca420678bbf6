using ResetBot.Bot.Notifications;
using ResetBot.Bot.Outbox;
using ResetBot.Recovery.Approvals;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Objections;
using ResetBot.Recovery.Operations;
using ResetBot.Recovery.Passcodes;
using ResetBot.Recovery.Pushes;
using ResetBot.Recovery.Vouching;

namespace ResetBot.Bot.Hosting;

/// <summary>What keeps a recovery from the wrong person beside its gates: waiting, objecting, and the word of others.</summary>
internal static class ProtectionServices
{
    public static void AddProtection(this IServiceCollection services)
    {
        services.AddSingleton<ApprovalRules>();
        services.AddSingleton<IApprovalRequests, ApprovalRequests>();
        services.AddSingleton<Approvers>();
        services.AddSingleton<ApprovalDesk>();
        services.AddSingleton<ColleagueSearch>();
        services.AddSingleton<ColleagueDesk>();
        services.AddSingleton<VouchingDesk>();
        services.AddSingleton<ColleagueWatch>();
        services.AddSingleton<IPersonalChats, PersonalChats>();
        services.AddSingleton<IHearNotices, ChatNotices>();
        services.AddSingleton<PushDesk>();
        services.AddSingleton<PasscodeDesk>();
        services.AddSingleton<ObjectionLinks>();
        services.AddSingleton<ObjectionDesk>();
        services.AddSingleton<Reopening>();
        services.AddSingleton<SessionsOperation>();
        services.AddSingleton<CoolingDesk>();
        services.AddSingleton<IDeliver, ApprovalDelivery>();
        services.AddSingleton<IDeliver, PersonSearch>();
        services.AddSingleton<IDeliver>(provider => new OrderDelivery<SessionsOrder>(
            SessionsOrder.MessageKind, provider.GetRequiredService<SessionsOperation>().RunAsync));
    }
}
