using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Options;
using ResetBot.Bot.Hosting;

namespace ResetBot.Bot.Channels.Teams.Outbound;

/// <summary>
/// Gets the token from Microsoft Entra ID (OAuth 2.0 client credentials); the credential keeps it until shortly before it expires.
/// </summary>
internal sealed class AzureConnectorTokens(IOptions<TeamsOptions> options) : IConnectorTokens
{
    // A certificate that could not be read is tried again with the next message.
    private readonly Lazy<TokenCredential> _credential = new(() => CredentialOf(options.Value), LazyThreadSafetyMode.PublicationOnly);

    public async Task<string> GetAsync(CancellationToken cancellation)
    {
        var context = new TokenRequestContext([CloudAddresses.Of(options.Value.Cloud).Scope]);
        try
        {
            var token = await _credential.Value.GetTokenAsync(context, cancellation);
            return token.Token;
        }
        catch (Exception fault) when (EntraApplication.IsOfCertificate(fault))
        {
            throw new AuthenticationFailedException("The bot's certificate cannot be used.", fault);
        }
    }

    /// <summary>The tenant that issues the token: the home tenant, or the Bot Framework's own for a multi-tenant bot.</summary>
    public static string TenantOf(TeamsOptions options) =>
        options.AppType == TeamsAppType.MultiTenant
            ? CloudAddresses.Of(options.Cloud).MultiTenant ?? throw new InvalidOperationException("This cloud has no multi-tenant authority.")
            : options.TenantId;

    public static TokenCredential CredentialOf(TeamsOptions options)
    {
        if (options.AppType == TeamsAppType.ManagedIdentity)
        {
            return new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(options.AppId));
        }

        return new EntraApplication(
            TenantOf(options),
            options.AppId,
            options.ClientSecret,
            options.CertificatePath,
            options.CertificatePassword,
            CloudAddresses.Of(options.Cloud).Authority).Credential();
    }
}
