namespace ResetBot.Bot.Channels.Teams;

/// <summary>
/// The Teams channel: who the bot is, whom it trusts, and how long it may take. A setting that configuration names as null counts as unset.
/// </summary>
internal sealed class TeamsOptions
{
    public const string Section = "Teams";

    /// <summary>
    /// The Microsoft App ID of the bot (a GUID). Default: none, then the endpoint refuses everything outside demo mode. Source: Azure Bot
    /// resource.
    /// </summary>
    public string AppId { get; set => field = value ?? ""; } = "";

    /// <summary>
    /// How the bot is registered. Default: SingleTenant. Source: Azure Bot resource; new multi-tenant registrations ended 2025-07-31.
    /// </summary>
    public TeamsAppType AppType { get; set; } = TeamsAppType.SingleTenant;

    /// <summary>The home tenant (a GUID). Default: none. Source: Microsoft Entra ID.</summary>
    public string TenantId { get; set => field = value ?? ""; } = "";

    /// <summary>
    /// The app's client secret. Default: none; either this or a certificate, and none for a managed identity. Source: app registration.
    /// </summary>
    public string ClientSecret { get; set => field = value ?? ""; } = "";

    /// <summary>File with the app's certificate and private key (PFX or PEM). Default: none. Source: app registration.</summary>
    public string CertificatePath { get; set => field = value ?? ""; } = "";

    /// <summary>Password of <see cref="CertificatePath"/>. Default: none. Source: whoever exported it.</summary>
    public string CertificatePassword { get; set => field = value ?? ""; } = "";

    /// <summary>Tenants whose people are served (GUIDs). Default: empty, which means the home tenant alone. Source: product rule.</summary>
    public IList<string> AllowedTenants { get; set => field = value ?? []; } = [];

    /// <summary>The cloud. Default: Public. Source: where the tenant was created.</summary>
    public TeamsCloud Cloud { get; set; } = TeamsCloud.Public;

    /// <summary>
    /// OpenID metadata of the channel's tokens, over https (http on loopback). Default: the cloud's own. Source: Bot Framework REST
    /// authentication.
    /// </summary>
    public string MetadataAddress { get; set => field = value ?? ""; } = "";

    /// <summary>
    /// Age at which the signing keys are fetched anew. Default: 24 hours. Source: Bot Framework REST authentication (at least once in 24
    /// hours).
    /// </summary>
    public TimeSpan KeyRefreshInterval { get; set; } = TimeSpan.FromHours(24);

    /// <summary>
    /// Least time between two fetches that unknown keys cause. Default: 5 minutes. Source: Microsoft.IdentityModel's ConfigurationManager.
    /// </summary>
    public TimeSpan KeyMinimumRefreshInterval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Difference between clocks that a token's lifetime allows. Default: 5 minutes. Source: Bot Framework REST authentication.
    /// </summary>
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Largest body of an activity, in bytes. Default: 1,048,576 (1 MiB). Source: product rule; Teams itself stops at about 100 KB.
    /// </summary>
    public int MaxBodyBytes { get; set; } = 1024 * 1024;

    /// <summary>
    /// Longest wait for a turn that answers a card's button. Default: 4 seconds. Source: Teams shows an error after 5 to 15 seconds.
    /// </summary>
    public TimeSpan InvokeLimit { get; set; } = TimeSpan.FromSeconds(4);

    /// <summary>Longest wait for any other turn. Default: 9 seconds. Source: Azure Bot Service gives up after 10 to 15 seconds.</summary>
    public TimeSpan TurnLimit { get; set; } = TimeSpan.FromSeconds(9);

    /// <summary>
    /// Cards that lose their buttons in a second, in one tenant, because their question was answered by typing; the others lose them when one is tapped. Default: 10.
    /// Source: Teams takes 50 requests a second from a bot in a tenant, and answers come first.
    /// </summary>
    public int CardsClosedPerSecond { get; set; } = 10;

    /// <summary>True when the bot has an identity of its own, that is, outside demo mode and outside an empty configuration.</summary>
    public bool IsConfigured => !string.IsNullOrWhiteSpace(AppId);
}
