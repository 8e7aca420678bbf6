namespace ResetBot.Bot.Couriers.Mail;

/// <summary>How the connection to the relay is protected. There is no way to send in clear.</summary>
public enum MailSecurity
{
    /// <summary>Begins in clear and turns to TLS before anything is said (RFC 3207); refused when the relay does not offer it.</summary>
    StartTls,

    /// <summary>TLS from the first byte (RFC 8314 §3.3), usually on port 465.</summary>
    Tls,
}
