namespace ResetBot.Bot.Couriers.Sms;

/// <summary>The resource of Azure Communication Services that sends text messages.</summary>
public sealed class AzureSmsOptions
{
    /// <summary>The address of the resource: https, or http on a loopback address. No default.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>One of the resource's two access keys, in Base64. No default.</summary>
    public string AccessKey { get; set; } = "";

    /// <summary>The number (E.164), short code or name that messages come from. No default.</summary>
    public string From { get; set; } = "";
}
