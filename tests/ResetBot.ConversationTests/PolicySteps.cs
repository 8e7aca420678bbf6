using Microsoft.Extensions.DependencyInjection;
using ResetBot.Recovery.Policy;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>What stories about policies begin with.</summary>
internal static class PolicySteps
{
    /// <summary>Puts policies into force, as an import does while the service runs.</summary>
    public static async Task FollowsAsync(this ChatHost host, string policies) => Assert.IsType<PolicyImport.Done>(
        await host.Services.GetRequiredService<PolicyOffice>().ImportAsync("policies:\n" + policies, "console/anna", "a story", CancellationToken.None));

    /// <summary>One policy for everyone, with these settings.</summary>
    public static Task EveryoneFollowsAsync(this ChatHost host, params string[] settings) =>
        host.FollowsAsync("  - name: Everyone\n" + string.Concat(settings.Select(setting => $"    {setting}\n")));
}
