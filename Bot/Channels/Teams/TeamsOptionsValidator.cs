using Microsoft.Extensions.Options;
using ResetBot.Bot.Demo;

namespace ResetBot.Bot.Channels.Teams;

/// <summary>Lists every fault of <see cref="TeamsOptions"/> with the value found; a secret is only said to be there.</summary>
internal sealed class TeamsOptionsValidator : IValidateOptions<TeamsOptions>
{
    // Teams takes 50 from a bot in a tenant in a second, and these may come twice as fast for a moment.
    private const int MostRequests = 25;

    private static readonly TimeSpan LongestSkew = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan LongestTurn = TimeSpan.FromSeconds(15);

    public ValidateOptionsResult Validate(string? name, TeamsOptions options)
    {
        var identity = options.IsConfigured ? IdentityFaults(options).Concat(CredentialFaults(options)) : StrayFaults(options);
        var faults = identity.Concat(TrustFaults(options)).Concat(LimitFaults(options)).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> IdentityFaults(TeamsOptions options)
    {
        if (!Guid.TryParse(options.AppId, out _))
        {
            yield return $"Teams:AppId must be a GUID; found '{options.AppId}'.";
        }

        if (!Enum.IsDefined(options.AppType))
        {
            yield return $"Teams:AppType must be MultiTenant, SingleTenant or ManagedIdentity; found '{options.AppType}'.";
        }

        if (options.TenantId.Length > 0 && !Guid.TryParse(options.TenantId, out _))
        {
            yield return $"Teams:TenantId must be a GUID; found '{options.TenantId}'.";
        }

        if (options.AppType == TeamsAppType.SingleTenant && options.TenantId.Length == 0)
        {
            yield return "Teams:TenantId is needed for a SingleTenant bot; found nothing.";
        }

        if (options.TenantId.Length == 0 && options.AllowedTenants.Count == 0)
        {
            yield return "Teams:TenantId or Teams:AllowedTenants must say whose people are served; found neither.";
        }

        foreach (var tenant in options.AllowedTenants.Where(tenant => !Guid.TryParse(tenant, out _)))
        {
            yield return $"Teams:AllowedTenants must hold GUIDs; found '{tenant}'.";
        }
    }

    private static IEnumerable<string> CredentialFaults(TeamsOptions options)
    {
        var secret = options.ClientSecret.Length > 0;
        var certificate = options.CertificatePath.Length > 0;
        if (options.AppType == TeamsAppType.ManagedIdentity && (secret || certificate))
        {
            yield return $"A managed identity has neither Teams:ClientSecret nor Teams:CertificatePath; found {Found(secret, certificate)}.";
        }

        if (options.AppType != TeamsAppType.ManagedIdentity && secret == certificate)
        {
            yield return "Teams:ClientSecret or Teams:CertificatePath is needed, not both; found " + Found(secret, certificate) + ".";
        }

        if (certificate && !File.Exists(options.CertificatePath))
        {
            yield return $"Teams:CertificatePath must name a file; found '{options.CertificatePath}', which is not there.";
        }

        if (!certificate && options.CertificatePassword.Length > 0)
        {
            yield return "Teams:CertificatePassword needs Teams:CertificatePath; found the password alone.";
        }

        if (options.AppType == TeamsAppType.MultiTenant && options.Cloud == TeamsCloud.China)
        {
            yield return "Teams:AppType MultiTenant has no documented authority in the cloud China; found both. Use SingleTenant.";
        }
    }

    private static IEnumerable<string> StrayFaults(TeamsOptions options)
    {
        if (options.ClientSecret.Length > 0 || options.CertificatePath.Length > 0)
        {
            var found = Found(options.ClientSecret.Length > 0, options.CertificatePath.Length > 0);
            yield return $"Teams:AppId is needed beside a credential; found {found} and no app id.";
        }
    }

    private static IEnumerable<string> LimitFaults(TeamsOptions options)
    {
        if (!Enum.IsDefined(options.Cloud))
        {
            yield return $"Teams:Cloud must be Public, Gcc, UsGov or China; found '{options.Cloud}'.";
        }

        foreach (var (setting, limit) in new[] { ("InvokeLimit", options.InvokeLimit), ("TurnLimit", options.TurnLimit) })
        {
            if (limit <= TimeSpan.Zero || limit > LongestTurn)
            {
                yield return $"Teams:{setting} must be above zero and at most {LongestTurn}; found {limit}.";
            }
        }

        if (options.CardsClosedPerSecond is < 0 or > MostRequests)
        {
            yield return $"Teams:CardsClosedPerSecond must be 0 to {MostRequests}; found {options.CardsClosedPerSecond}.";
        }

        if (options.MaxBodyBytes is < 16 * 1024 or > 16 * 1024 * 1024)
        {
            yield return $"Teams:MaxBodyBytes must be 16384 to 16777216; found {options.MaxBodyBytes}.";
        }
    }

    private static IEnumerable<string> TrustFaults(TeamsOptions options)
    {
        if (options.MetadataAddress.Length > 0 && !IsSafeAddress(options.MetadataAddress))
        {
            yield return $"Teams:MetadataAddress must be an https address; found '{options.MetadataAddress}'.";
        }

        if (options.KeyMinimumRefreshInterval <= TimeSpan.Zero || options.KeyRefreshInterval < options.KeyMinimumRefreshInterval)
        {
            yield return "Teams:KeyMinimumRefreshInterval must be above zero and at most Teams:KeyRefreshInterval; found "
                + $"{options.KeyMinimumRefreshInterval} and {options.KeyRefreshInterval}.";
        }

        if (options.ClockSkew < TimeSpan.Zero || options.ClockSkew > LongestSkew)
        {
            yield return $"Teams:ClockSkew must be 0 to {LongestSkew}; found {options.ClockSkew}.";
        }
    }

    private static bool IsSafeAddress(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || LoopbackOnly.IsLoopbackUrl(uri));

    private static string Found(bool secret, bool certificate) => (secret, certificate) switch
    {
        (true, true) => "both",
        (true, false) => "a secret",
        (false, true) => "a certificate",
        (false, false) => "neither",
    };
}
