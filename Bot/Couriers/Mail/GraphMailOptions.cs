namespace ResetBot.Bot.Couriers.Mail;

/// <summary>The application in Microsoft Entra ID that sends mail (permission <c>Mail.Send</c>, kept to one mailbox by an application access policy).</summary>
public sealed class GraphMailOptions
{
    /// <summary>The tenant. Default: none, then mail leaves by SMTP.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>The application (client) id. No default.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>Its secret. Default: none, then it shows who it is by <see cref="CertificatePath"/>.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>A PEM file with its certificate and private key. Default: none.</summary>
    public string CertificatePath { get; set; } = "";

    /// <summary>Where Graph listens: https, or http on a loopback address. Default: https://graph.microsoft.com, Microsoft; other clouds have their own.</summary>
    public Uri Url { get; set; } = new("https://graph.microsoft.com");

    /// <summary>Where tokens are issued. Default: https://login.microsoftonline.com, Microsoft.</summary>
    public Uri Authority { get; set; } = new("https://login.microsoftonline.com");

    internal bool IsUsed => TenantId.Length > 0;
}
