using System.Net;
using System.Net.Sockets;

namespace ResetBot.Testing.Processes;

/// <summary>A port of this machine that nobody listens at, for a service that has to know its address before it starts.</summary>
public static class FreePort
{
    public static int Find()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
