namespace ResetBot.Bot.Couriers.Mail;

/// <summary>The relay that takes the e-mail, or Microsoft Graph.</summary>
public sealed class MailOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Mail";

    /// <summary>The application that sends by Microsoft Graph, where a tenant is named; then <see cref="From"/> is a mailbox in it. Default: SMTP.</summary>
    public GraphMailOptions Graph { get; set; } = new();

    /// <summary>Name of the relay, as its certificate has it. No default.</summary>
    public string Host { get; set; } = "";

    /// <summary>TCP port. Default: 587, RFC 6409 §3.1.</summary>
    public int Port { get; set; } = 587;

    /// <summary>How the connection is protected. Default: <see cref="MailSecurity.StartTls"/>, which port 587 expects.</summary>
    public MailSecurity Security { get; set; } = MailSecurity.StartTls;

    /// <summary>Whom to sign in as; empty signs in as nobody. Default: empty, ours.</summary>
    public string UserName { get; set; } = "";

    /// <summary>The password of <see cref="UserName"/>. Default: empty, ours.</summary>
    public string Password { get; set; } = "";

    /// <summary>The address that messages come from. No default.</summary>
    public string From { get; set; } = "";

    /// <summary>The name beside <see cref="From"/>. Default: empty, <c>Look:Name</c>.</summary>
    public string FromName { get; set; } = "";

    /// <summary>
    /// A PEM file of authorities; when given, only these are trusted, as a private relay needs it. Default: none, the system's authorities.
    /// </summary>
    public string TrustedCertificateFile { get; set; } = "";

    /// <summary>How long one message may take, connecting included: 1 second to 5 minutes. Default: 30 seconds, ours.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Messages under way at the same time, each on its own connection: 1 to 32. Default: 4, ours.</summary>
    public int Connections { get; set; } = 4;
}
