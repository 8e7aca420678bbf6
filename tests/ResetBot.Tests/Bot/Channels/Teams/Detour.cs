namespace ResetBot.Tests.Bot.Channels.Teams;

/// <summary>
/// Sends what is meant for an https connector to a stand-in on this machine, and keeps the addresses that were meant.
/// </summary>
internal sealed class Detour : DelegatingHandler
{
    public Uri? To { get; set; }

    public List<Uri> Meant { get; } = [];

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Meant.Add(request.RequestUri!);
        if (To is not null)
        {
            var address = request.RequestUri!.OriginalString;
            var path = address[address.IndexOf('/', request.RequestUri.Scheme.Length + 3)..];
            request.RequestUri = new Uri(To.GetLeftPart(UriPartial.Authority) + path);
        }

        return base.SendAsync(request, cancellationToken);
    }
}
