using System.Net.Sockets;
using System.Text.Json;

namespace ResetBot.Bot.Operations.Control;

/// <summary>Asks the service that runs on a data directory.</summary>
internal static class ControlCall
{
    /// <summary>Its answer; null when none runs there, or it cannot be asked.</summary>
    /// <exception cref="IOException">It broke off before it had answered: what was asked may have been done.</exception>
    public static async Task<ControlAnswer?> AskAsync(string path, ControlRequest request)
    {
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path));
        }
        catch (Exception nobody) when (nobody is SocketException or ArgumentException)
        {
            return null;
        }

        await using var stream = new NetworkStream(socket);
        await JsonSerializer.SerializeAsync(stream, request);
        socket.Shutdown(SocketShutdown.Send);
        try
        {
            return await JsonSerializer.DeserializeAsync<ControlAnswer>(stream);
        }
        catch (JsonException cut)
        {
            throw new IOException("the service broke off before it had answered; 'policy export' and 'account show' tell what is in force", cut);
        }
    }
}
