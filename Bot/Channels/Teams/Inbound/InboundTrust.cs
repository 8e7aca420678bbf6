using Microsoft.Extensions.Options;
using ResetBot.Bot.Channels.Teams.Trust;
using ResetBot.Bot.Channels.Wire;
using ResetBot.Bot.Demo;

namespace ResetBot.Bot.Channels.Teams.Inbound;

/// <summary>
/// Decides who is let in, in two steps: the request before anything of its body is read, then the activity that it holds.
/// </summary>
internal sealed partial class InboundTrust(
    ChannelTokenValidator validator,
    TenantGate tenants,
    ProvenServiceUrls proven,
    IOptions<TeamsOptions> teams,
    IOptions<DemoOptions> demo,
    ILogger<InboundTrust> logger)
{
    public const string Channel = "msteams";

    public async Task<Admission> AdmitAsync(HttpContext context)
    {
        if (demo.Value.Enabled is true)
        {
            return AdmitToDemo(context);
        }

        if (!teams.Value.IsConfigured)
        {
            return new Admission.Refused(TeamsRefusals.NotConfigured);
        }

        var verdict = await validator.CheckAsync(context.Request.Headers.Authorization, context.RequestAborted);
        switch (verdict)
        {
            case TokenVerdict.Genuine genuine:
                return new Admission.ByToken(genuine.Token);
            case TokenVerdict.CannotCheckNow later:
                return new Admission.Refused(TeamsRefusals.CannotCheckNow(later.RetryAfter));
            case TokenVerdict.Refused refused:
                TokenRefused(refused.Why, context.Connection.RemoteIpAddress);
                return new Admission.Refused(TeamsRefusals.Unauthorized);
            default:
                throw new InvalidOperationException($"Not a verdict: {verdict}.");
        }
    }

    /// <summary>Null when the activity may come in with this admission.</summary>
    public Refusal? Objection(Admission admission, Envelope envelope)
    {
        if (admission is Admission.ByToken admitted && !admitted.Token.SpeaksFor(envelope.ChannelId, envelope.ServiceUrl))
        {
            TokenRefused("The token does not speak for the activity's channel and service URL.", null);
            return TeamsRefusals.Unauthorized;
        }

        if (admission is Admission.ByToken && !ServiceUrl.Of(envelope.ServiceUrl).IsPublic)
        {
            TokenRefused("The service URL is not one on the internet.", null);
            return TeamsRefusals.Unauthorized;
        }

        if (admission is Admission.AsDemo && !ServiceUrl.Of(envelope.ServiceUrl).IsLoopback)
        {
            return TeamsRefusals.LoopbackOnly;
        }

        if (envelope.ChannelId != Channel)
        {
            return TeamsRefusals.WrongChannel;
        }

        if (!tenants.Admits(envelope.ChannelDataTenant, envelope.ConversationTenant))
        {
            TenantRefused(envelope.ChannelDataTenant, envelope.ConversationTenant);
            return TeamsRefusals.WrongTenant;
        }

        if (admission is Admission.ByToken)
        {
            proven.Prove(envelope.ServiceUrl);
        }

        return null;
    }

    private static Admission AdmitToDemo(HttpContext context)
    {
        if (!LoopbackOnly.Allows(context))
        {
            return new Admission.Refused(TeamsRefusals.LoopbackOnly);
        }

        // A token that nobody here can check is not the same as none.
        return context.Request.Headers.Authorization.Count > 0 ? new Admission.Refused(TeamsRefusals.Unauthorized) : new Admission.AsDemo();
    }

    [LoggerMessage(LogLevel.Warning, "Refused a request to the Teams endpoint from {Peer}: {Why}")]
    private partial void TokenRefused(string why, System.Net.IPAddress? peer);

    [LoggerMessage(LogLevel.Warning, "Refused an activity of tenant {ChannelDataTenant} (conversation: {ConversationTenant})")]
    private partial void TenantRefused(string? channelDataTenant, string? conversationTenant);
}
