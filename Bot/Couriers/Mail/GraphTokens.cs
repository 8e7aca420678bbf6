using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Options;
using ResetBot.Bot.Hosting;

namespace ResetBot.Bot.Couriers.Mail;

/// <summary>Gets the token from Microsoft Entra ID (OAuth 2.0 client credentials); the credential keeps it until shortly before it expires.</summary>
internal sealed partial class GraphTokens(IOptions<MailOptions> options, ILogger<GraphTokens> logger) : IGraphTokens
{
    // A certificate that could not be read is tried again with the next message.
    private readonly Lazy<TokenCredential> _credential = new(() => Credential(options.Value.Graph), LazyThreadSafetyMode.PublicationOnly);

    public async Task<string?> GetAsync(CancellationToken cancellation)
    {
        try
        {
            var context = new TokenRequestContext([new Uri(options.Value.Graph.Url, ".default").ToString()]);
            return (await _credential.Value.GetTokenAsync(context, cancellation)).Token;
        }
        catch (Exception fault) when (fault is AuthenticationFailedException || EntraApplication.IsOfCertificate(fault))
        {
            NoToken(fault);
            return null;
        }
    }

    private static TokenCredential Credential(GraphMailOptions graph) =>
        new EntraApplication(graph.TenantId, graph.ClientId, graph.ClientSecret, graph.CertificatePath, "", graph.Authority).Credential();

    [LoggerMessage(Level = LogLevel.Critical, Message = "No mail can be sent: Microsoft Entra ID gives the application no token as it is configured (Mail:Graph)")]
    private partial void NoToken(Exception fault);
}
