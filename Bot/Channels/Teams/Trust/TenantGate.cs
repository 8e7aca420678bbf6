using Microsoft.Extensions.Options;

namespace ResetBot.Bot.Channels.Teams.Trust;

/// <summary>
/// Lets in only people of the tenants on the list. A token proves the channel, not the tenant: anybody may load a multi-tenant bot into a
/// tenant of their own.
/// </summary>
internal sealed class TenantGate(IOptions<TeamsOptions> options)
{
    /// <summary>True when the activity names at least one tenant, does not contradict itself, and the tenant is on the list.</summary>
    public bool Admits(string? channelDataTenant, string? conversationTenant)
    {
        if (channelDataTenant is not null && conversationTenant is not null && !Same(channelDataTenant, conversationTenant))
        {
            return false;
        }

        var allowed = Allowed();
        if (allowed.Count == 0)
        {
            // Only demo mode has neither list nor home tenant; the validator asks for one wherever there is an app id.
            return !options.Value.IsConfigured;
        }

        return (channelDataTenant ?? conversationTenant) is { } tenant && allowed.Any(one => Same(one, tenant));
    }

    private IList<string> Allowed()
    {
        var teams = options.Value;
        if (teams.AllowedTenants.Count > 0)
        {
            return teams.AllowedTenants;
        }

        return teams.TenantId.Length > 0 ? [teams.TenantId] : [];
    }

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
