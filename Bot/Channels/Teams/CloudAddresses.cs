namespace ResetBot.Bot.Channels.Teams;

/// <summary>
/// What differs from cloud to cloud. Source: Bot Framework REST authentication; Bot Framework SDK, authentication constants.
/// </summary>
/// <param name="Issuer">Who signs the channel's tokens.</param>
/// <param name="Metadata">Where the signing keys are announced.</param>
/// <param name="Authority">Where the bot gets its own token.</param>
/// <param name="MultiTenant">The tenant that a multi-tenant bot asks there; null where none is documented.</param>
/// <param name="Scope">What the bot's token is for.</param>
/// <param name="ServiceUrl">The connector's address where no conversation names one; null where none is documented.</param>
/// <param name="Hosts">Hosts that may get the bot's token without further proof.</param>
internal sealed record CloudAddresses(
    string Issuer, string Metadata, Uri Authority, string? MultiTenant, string Scope, Uri? ServiceUrl, IReadOnlySet<string> Hosts)
{
    /// <summary>Where a tenant of the GCC is to be called when the public connector answers <c>InvalidBotApiHost</c>.</summary>
    public static Uri GccServiceUrl { get; } = new("https://smba.infra.gcc.teams.microsoft.com/gcc/");

    private static readonly CloudAddresses Public = new(
        "https://api.botframework.com",
        "https://login.botframework.com/v1/.well-known/openidconfiguration",
        new Uri("https://login.microsoftonline.com/"),
        "botframework.com",
        "https://api.botframework.com/.default",
        new Uri("https://smba.trafficmanager.net/teams/"),
        HostSet("smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com"));

    private static readonly CloudAddresses UsGov = new(
        "https://api.botframework.us",
        "https://login.botframework.azure.us/v1/.well-known/openidconfiguration",
        new Uri("https://login.microsoftonline.us/"),
        "MicrosoftServices.onmicrosoft.us",
        "https://api.botframework.us/.default",
        new Uri("https://smba.infra.gov.teams.microsoft.us/gcch/"),
        HostSet("smba.infra.gov.teams.microsoft.us"));

    // The scope follows the issuer's host as it does in the other clouds; no public source spells it out, nor a multi-tenant authority,
    // nor a connector host: there only a conversation's own, proved address is called.
    private static readonly CloudAddresses China = new(
        "https://api.botframework.azure.cn",
        "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration",
        new Uri("https://login.partner.microsoftonline.cn/"),
        MultiTenant: null,
        "https://api.botframework.azure.cn/.default",
        ServiceUrl: null,
        HostSet());

    public static CloudAddresses Of(TeamsCloud cloud) => cloud switch
    {
        TeamsCloud.Public => Public,
        TeamsCloud.Gcc => Public with { ServiceUrl = GccServiceUrl },
        TeamsCloud.UsGov => UsGov,
        TeamsCloud.China => China,
        _ => throw new ArgumentOutOfRangeException(nameof(cloud), cloud, "Not a cloud."),
    };

    private static HashSet<string> HostSet(params string[] hosts) => new(hosts, StringComparer.OrdinalIgnoreCase);
}
