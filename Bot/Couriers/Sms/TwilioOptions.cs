namespace ResetBot.Bot.Couriers.Sms;

/// <summary>The account at Twilio that sends text messages.</summary>
public sealed class TwilioOptions
{
    /// <summary>The account, <c>AC</c> and 32 hexadecimal digits. No default.</summary>
    public string AccountSid { get; set; } = "";

    /// <summary>An API key, <c>SK</c> and 32 hexadecimal digits. Default: none, then <see cref="Secret"/> is the account's token.</summary>
    public string ApiKey { get; set; } = "";

    /// <summary>The secret of the API key, or the account's token. No default.</summary>
    public string Secret { get; set; } = "";

    /// <summary>The number (E.164) or name that messages come from, or a messaging service: <c>MG</c> and 32 hexadecimal digits. No default.</summary>
    public string From { get; set; } = "";

    /// <summary>Where Twilio listens: https, or http on a loopback address. Default: https://api.twilio.com, Twilio.</summary>
    public Uri Url { get; set; } = new("https://api.twilio.com");
}
