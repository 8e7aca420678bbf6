namespace ResetBot.Bot.Hosting;

/// <summary>Addresses to which secrets may go: https, or http to this machine.</summary>
internal static class ProtectedAddress
{
    public static bool Is(Uri? address) =>
        address is { IsAbsoluteUri: true } && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
