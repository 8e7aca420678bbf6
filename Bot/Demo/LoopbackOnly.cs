using System.Collections.Frozen;
using System.Net;

namespace ResetBot.Bot.Demo;

/// <summary>
/// Tells whether a request, or an address, stays on this machine. What demo mode serves is served to nobody else: not to a neighbour on
/// the network, not through a proxy or a tunnel, and not to a web page elsewhere that borrows a browser on this machine.
/// </summary>
internal static class LoopbackOnly
{
    private static readonly string[] ForwardedPrefixes = ["X-Forwarded", "X-Original-"];

    private static readonly FrozenSet<string> ForwardedNames = FrozenSet.ToFrozenSet(
        ["Forwarded", "Via", "X-Real-IP", "X-Client-IP", "True-Client-IP", "CF-Connecting-IP"], StringComparer.OrdinalIgnoreCase);

    /// <summary>True when peer address and Host header are loopback and nothing says that somebody forwarded the request.</summary>
    public static bool Allows(HttpContext context) =>
        IsLoopback(context.Connection.RemoteIpAddress)
        && IsLoopbackHost(context.Request.Host.Host)
        && !IsForwarded(context.Request.Headers)
        && HasHarmlessOrigin(context.Request);

    /// <summary>True for an absolute http or https address whose host is loopback.</summary>
    public static bool IsLoopbackUrl(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && IsLoopbackUrl(uri);

    /// <inheritdoc cref="IsLoopbackUrl(string?)"/>
    public static bool IsLoopbackUrl(Uri address) =>
        (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && IsLoopbackHost(address.Host);

    /// <summary>True for <c>localhost</c>, an address of 127.0.0.0/8 in its usual spelling, and <c>[::1]</c>.</summary>
    public static bool IsLoopbackHost(string? host)
    {
        if (host is "127.0.0.1" || string.Equals(host, "localhost", StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        // Short and octal spellings (127.1, 0177.0.0.1) are read differently by different programs: only the usual one counts.
        var bare = host?.Trim('[', ']');
        return IPAddress.TryParse(bare, out var address) && address.ToString() == bare && IsLoopback(address);
    }

    private static bool IsLoopback(IPAddress? address)
    {
        if (address is null)
        {
            return false;
        }

        return IPAddress.IsLoopback(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address);
    }

    private static bool IsForwarded(IHeaderDictionary headers)
    {
        foreach (var (name, _) in headers)
        {
            if (ForwardedNames.Contains(name) || HasForwardedPrefix(name))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasForwardedPrefix(string name) =>
        Array.Exists(ForwardedPrefixes, prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    // RFC 6454 §7: a browser names the page that a request comes from. A page of another site must not reach demo mode.
    private static bool HasHarmlessOrigin(HttpRequest request) =>
        request.Headers.Origin.Count == 0 || request.Headers.Origin.All(IsLoopbackUrl);
}
