using Microsoft.AspNetCore.Builder;
using ResetBot.Recovery.Accounts;
using ResetBot.Testing.Teams;

namespace ResetBot.Testing.Conversations;

/// <summary>How a host of a story differs from the usual one.</summary>
public sealed record ChatHostSettings
{
    /// <summary>Generated people, each with two methods registered.</summary>
    public int ExtraPeople { get; init; } = 200;

    /// <summary>Settings as on the command line, without the dashes: <c>Limits:CasesPerUserPerHour=1000</c>.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>
    /// Who signs the channel's tokens: the host is then configured as for a company, outside demo mode. It has the demonstration's people all the
    /// same, and none of its pages.
    /// </summary>
    public BotServiceStandIn? BotService { get; init; }

    /// <summary>The people of the stories chat in Slack; the company manages their addresses.</summary>
    public bool InSlack { get; init; }

    /// <summary>In Slack: by connections of the app (Socket Mode), and not by requests.</summary>
    public bool BySocket { get; init; }

    /// <summary>In Slack: the app is installed in workspaces that a story chooses, and has no token in the configuration.</summary>
    public bool ByInstall { get; init; }

    /// <summary>Puts something around the directory.</summary>
    public Func<IDirectory, IDirectory>? Directory { get; init; }

    /// <summary>The last word on the services.</summary>
    public Action<WebApplicationBuilder>? Adapt { get; init; }
}
