using ResetBot.Dialogs.Turns;
using ResetBot.Recovery.Cases;

namespace ResetBot.Bot.Channels.Slack.People;

/// <summary>Why nobody is served under an id of Slack.</summary>
internal enum SlackRefusal
{
    /// <summary>Slack knows nobody of this id, or shows them to nobody.</summary>
    NotFound,

    /// <summary>Slack answered for another id than was asked for.</summary>
    SomebodyElse,

    Deleted,

    Bot,

    /// <summary>A guest of the workspace, in one conversation or in several.</summary>
    Guest,

    /// <summary>Somebody of another company, in a shared conversation.</summary>
    AnotherWorkspace,

    /// <summary>The members of the workspace can change their addresses, so that an address says nothing.</summary>
    NotManaged,

    /// <summary>There is no address, or nobody has confirmed it.</summary>
    NoConfirmedAddress,

    /// <summary>No account has the address.</summary>
    NoAccount,

    SeveralAccounts,
}

/// <summary>What people are told.</summary>
internal static class SlackRefusals
{
    /// <summary>Whether somebody is a member whose address says nothing: they can be linked with their account.</summary>
    public static bool IsLinkable(this SlackRefusal refusal) =>
        refusal is SlackRefusal.NotManaged or SlackRefusal.NoConfirmedAddress or SlackRefusal.NoAccount or SlackRefusal.SeveralAccounts;

    public static Unserved ToUnserved(this SlackRefusal refusal) => Told(refusal) with { IsLinkable = refusal.IsLinkable() };

    private static Unserved Told(SlackRefusal refusal) => refusal switch
    {
        SlackRefusal.NoAccount => new Unserved(refusal.ToString(), "refusal.unknownAccount", RefusalCodes.NotFound),
        SlackRefusal.SeveralAccounts => new Unserved(refusal.ToString(), "refusal.notUnique", RefusalCodes.NotUnique),
        SlackRefusal.NotManaged or SlackRefusal.NoConfirmedAddress => new Unserved(refusal.ToString(), "refusal.noIdentity"),
        _ => new Unserved(refusal.ToString(), "refusal.notOfHere"),
    };
}
