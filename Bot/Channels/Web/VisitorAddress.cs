using System.Net;
using System.Net.Sockets;

namespace ResetBot.Bot.Channels.Web;

/// <summary>Where a browser is in the network, as limits count it.</summary>
internal static class VisitorAddress
{
    // RFC 6177 §2: one subscriber has a /64 at least, and can use every address of it.
    private const int NetworkBytes = 8;

    /// <summary>The address that the connection comes from, or that a configured proxy gave; of IPv6, its network.</summary>
    public static string Of(HttpContext context) => Of(context.Connection.RemoteIpAddress);

    public static string Of(IPAddress? address)
    {
        if (address is null)
        {
            return "unknown";
        }

        if (address.IsIPv4MappedToIPv6 || address.AddressFamily == AddressFamily.InterNetwork)
        {
            return address.MapToIPv4().ToString();
        }

        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, NetworkBytes, bytes.Length - NetworkBytes);
        return new IPAddress(bytes) + "/64";
    }
}
