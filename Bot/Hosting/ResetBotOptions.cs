namespace ResetBot.Bot.Hosting;

/// <summary>Where this installation keeps its data and is reached (section <c>ResetBot</c>).</summary>
internal sealed class ResetBotOptions
{
    public const string Section = "ResetBot";

    /// <summary>The directory of the database and the keys; made when it is missing. Default: <c>data</c> under the current directory.</summary>
    public string DataDirectory { get; set; } = "data";

    /// <summary>
    /// The address under which people's browsers reach this service, without a path. Default: in demo mode the address that it listens on;
    /// otherwise it must be set, and be https.
    /// </summary>
    public string? PublicBaseUrl { get; set; }

    /// <summary>
    /// Proxies (addresses, or networks such as <c>10.0.0.0/24</c>) whose forwarded headers tell where a browser is and whether it came over https.
    /// Those of anybody else are not looked at. Default: none.
    /// </summary>
    public List<string> TrustedProxies { get; set; } = [];
}
