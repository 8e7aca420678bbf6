using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using ResetBot.Bot.Outbox;

namespace ResetBot.Bot.Couriers.Mail;

/// <summary>
/// What a failed attempt means for the message. RFC 5321 §4.2.1: 4yz may work later, 5yz will not. What is wrong with our own settings may be
/// mended, so the message waits. The relay's own words are left out: they repeat the address.
/// </summary>
internal static class SmtpFailures
{
    /// <summary>Null for what no network and no relay can cause.</summary>
    public static Delivery? Explain(Exception failure) => failure switch
    {
        SmtpCommandException refusal when IsFinal(refusal) => new Delivery.Refused($"The relay answered {(int)refusal.StatusCode}."),
        SmtpCommandException refusal => new Delivery.Retry(null, $"The relay answered {(int)refusal.StatusCode}."),
        AuthenticationException or ServiceNotAuthenticatedException => new Delivery.Retry(null, "The relay did not take our sign-in."),
        SslHandshakeException => new Delivery.Retry(null, "The relay's certificate or TLS could not be trusted."),
        NotSupportedException => new Delivery.Retry(null, "The relay does not offer what is needed (STARTTLS, or a way to sign in)."),
        SmtpProtocolException or ServiceNotConnectedException or IOException or SocketException
            => new Delivery.Retry(null, "The relay could not be reached, or the connection broke."),
        _ => null,
    };

    /// <summary>Whether no message will pass before an operator has mended something.</summary>
    public static bool IsOurs(Exception failure) => failure is AuthenticationException or ServiceNotAuthenticatedException or SslHandshakeException
        or NotSupportedException
        || failure is SmtpCommandException { ErrorCode: SmtpErrorCode.SenderNotAccepted } refusal && IsPermanent(refusal);

    private static bool IsFinal(SmtpCommandException refusal)
        => IsPermanent(refusal) && refusal.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted;

    private static bool IsPermanent(SmtpCommandException refusal) => (int)refusal.StatusCode >= 500;
}
