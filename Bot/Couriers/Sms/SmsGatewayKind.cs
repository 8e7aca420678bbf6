namespace ResetBot.Bot.Couriers.Sms;

/// <summary>Who takes text messages.</summary>
public enum SmsGatewayKind
{
    /// <summary>A gateway of the company's choice, by a signed POST.</summary>
    Webhook,

    /// <summary>Twilio Programmable Messaging.</summary>
    Twilio,

    /// <summary>Azure Communication Services.</summary>
    Azure,
}
