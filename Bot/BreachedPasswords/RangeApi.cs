using System.Net.Sockets;
using Polly;
using ResetBot.Recovery.Passwords.Breached;

namespace ResetBot.Bot.BreachedPasswords;

/// <summary>
/// The range API of Pwned Passwords: it is told five digits of a hash and answers with all that begin so, padded, so that neither it nor
/// whoever watches the line learns more.
/// </summary>
internal sealed partial class RangeApi(IHttpClientFactory clients, ILogger<RangeApi> logger) : IBreachedPasswords
{
    public const string ClientName = "breached-passwords";

    public bool IsThere => true;

    public async Task<BreachAnswer> LookUpAsync(PasswordFingerprint fingerprint, CancellationToken cancellation)
    {
        try
        {
            using var client = clients.CreateClient(ClientName);
            using var response = await client.GetAsync(new Uri("range/" + fingerprint.Prefix, UriKind.Relative), cancellation);
            if (!response.IsSuccessStatusCode)
            {
                ApiRefused(logger, (int)response.StatusCode);
                return new BreachAnswer.Unavailable();
            }

            using var range = await response.Content.ReadAsStreamAsync(cancellation);
            var answer = await BreachRange.FindAsync(range, fingerprint, cancellation);
            if (answer is BreachAnswer.Unavailable)
            {
                ApiNotUnderstood(logger);
            }

            return answer;
        }
        catch (Exception failure) when (failure is HttpRequestException or SocketException or ExecutionRejectedException or IOException
            || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            ApiSilent(logger, failure.GetType().Name);
            return new BreachAnswer.Unavailable();
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The range API of breached passwords answered {Status}")]
    private static partial void ApiRefused(ILogger logger, int status);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The range API of breached passwords did not answer with a range")]
    private static partial void ApiNotUnderstood(ILogger logger);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The range API of breached passwords does not answer ({Failure})")]
    private static partial void ApiSilent(ILogger logger, string failure);
}
