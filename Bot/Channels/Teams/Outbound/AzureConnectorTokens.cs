using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Options;

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
        catch (Exception fault) when (fault is CryptographicException or IOException or UnauthorizedAccessException)
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
        var authority = CloudAddresses.Of(options.Cloud).Authority;
        if (options.AppType == TeamsAppType.ManagedIdentity)
        {
            return new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(options.AppId));
        }

        if (options.CertificatePath.Length > 0)
        {
            var byCertificate = new ClientCertificateCredentialOptions { AuthorityHost = authority };
#pragma warning disable CA2000 // The credential uses the certificate as long as the process lives.
            return new ClientCertificateCredential(TenantOf(options), options.AppId, CertificateOf(options), byCertificate);
#pragma warning restore CA2000
        }

        var bySecret = new ClientSecretCredentialOptions { AuthorityHost = authority };
        return new ClientSecretCredential(TenantOf(options), options.AppId, options.ClientSecret, bySecret);
    }

    private static X509Certificate2 CertificateOf(TeamsOptions options)
    {
        var (path, password) = (options.CertificatePath, options.CertificatePassword);
        if (!Path.GetExtension(path).Equals(".pem", StringComparison.OrdinalIgnoreCase))
        {
            return X509CertificateLoader.LoadPkcs12FromFile(path, password);
        }

        return password.Length > 0 ? X509Certificate2.CreateFromEncryptedPemFile(path, password) : X509Certificate2.CreateFromPemFile(path);
    }
}
