using System.Text;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using ResetBot.Bot.Look;
using ResetBot.Bot.Outbox;

namespace ResetBot.Bot.Couriers.Mail;

/// <summary>Carries e-mail to a relay, one connection for each message, always over TLS with the certificate verified.</summary>
internal sealed partial class SmtpCourier : ICourier, IDisposable
{
    private readonly MailOptions _options;
    private readonly HouseLook _look;
    private readonly TimeProvider _time;
    private readonly ILogger<SmtpCourier> _logger;
    private readonly SemaphoreSlim _connections;

    public SmtpCourier(IOptions<MailOptions> options, HouseLook look, TimeProvider time, ILogger<SmtpCourier> logger)
    {
        _options = options.Value;
        _look = look;
        _time = time;
        _logger = logger;
        _connections = new SemaphoreSlim(_options.Connections);
    }

    public string Via => "email";

    public async Task<Delivery> SendAsync(CourierMessage message, CancellationToken cancellation)
    {
        if (!Addresses.TryRead(message.To, out var to))
        {
            return Told(message, new Delivery.Refused("It is not an e-mail address."));
        }

        var from = new MailboxAddress(_options.FromName.Length > 0 ? _options.FromName : _look.Name, _options.From);
        using var mail = MailWriter.Write(message, from, to, _look, _time.GetUtcNow());
        await _connections.WaitAsync(cancellation);
        try
        {
            return Told(message, await SendAsync(mail, to, cancellation));
        }
        finally
        {
            _connections.Release();
        }
    }

    public void Dispose() => _connections.Dispose();

    private async Task<Delivery> SendAsync(MimeMessage mail, MailboxAddress to, CancellationToken cancellation)
    {
        using var deadline = new CancellationTokenSource(_options.Timeout, _time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellation);
        try
        {
            using var relay = await ConnectAsync(either.Token);
            var international = !Ascii.IsValid(to.LocalPart);
            if (international && !relay.Capabilities.HasFlag(SmtpCapabilities.UTF8))
            {
                return new Delivery.Refused("The relay takes no international addresses (RFC 6531).");
            }

            var format = FormatOptions.Default.Clone();
            format.International = international;
            await relay.SendAsync(format, mail, either.Token);
            await LeaveAsync(relay, either.Token);
            return new Delivery.Delivered(mail.MessageId);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Delivery.Retry(null, "The relay did not answer in time.");
        }
        catch (Exception failure) when (SmtpFailures.Explain(failure) is { } answer)
        {
            if (SmtpFailures.IsOurs(failure))
            {
                RelayNotUsable(failure, _options.Host, _options.Port);
            }

            return answer;
        }
    }

    private async Task<SmtpClient> ConnectAsync(CancellationToken cancellation)
    {
        // As HttpClient: no revocation lists, whose servers many networks cannot reach.
        var relay = new SmtpClient { CheckCertificateRevocation = false };
        try
        {
            if (_options.TrustedCertificateFile.Length > 0)
            {
                relay.ServerCertificateValidationCallback = RelayTrust.By(RelayTrust.Read(_options.TrustedCertificateFile) ?? []);
            }

            var security = _options.Security == MailSecurity.Tls ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls;
            await relay.ConnectAsync(_options.Host, _options.Port, security, cancellation);
            if (_options.UserName.Length > 0)
            {
                await relay.AuthenticateAsync(_options.UserName, _options.Password, cancellation);
            }

            return relay;
        }
        catch
        {
            relay.Dispose();
            throw;
        }
    }

    /// <summary>The message is taken: whatever the farewell brings changes nothing.</summary>
    private static async Task LeaveAsync(SmtpClient relay, CancellationToken cancellation)
    {
        try
        {
            await relay.DisconnectAsync(quit: true, cancellation);
        }
        catch (Exception failure) when (failure is OperationCanceledException || SmtpFailures.Explain(failure) is not null)
        {
            relay.Dispose();
        }
    }

    private Delivery Told(CourierMessage message, Delivery delivery)
    {
        var to = Addresses.Mask(message.To);
        switch (delivery)
        {
            case Delivery.Retry retry:
                MailDeferred(message.Id, to, retry.Why);
                break;
            case Delivery.Refused refused:
                MailRefused(message.Id, to, refused.Why);
                break;
            default:
                MailDelivered(message.Id, to);
                break;
        }

        return delivery;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Mail {Id} to {To} was taken by the relay")]
    private partial void MailDelivered(string id, string to);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Id} to {To} is tried again later: {Why}")]
    private partial void MailDeferred(string id, string to, string why);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Mail {Id} to {To} was refused for good: {Why}")]
    private partial void MailRefused(string id, string to, string why);

    [LoggerMessage(
        Level = LogLevel.Critical,
        Message = "No mail can be sent: the relay {Host}:{Port} cannot be used as it is configured (its certificate, TLS, our sign-in or sender)")]
    private partial void RelayNotUsable(Exception failure, string host, int port);
}
