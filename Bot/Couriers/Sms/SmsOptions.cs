namespace ResetBot.Bot.Couriers.Sms;

/// <summary>The gateway that takes text messages: one by a signed webhook, which may take calls too, or one of those that are known here.</summary>
public sealed class SmsOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Sms";

    /// <summary>Who takes text messages. Default: Webhook, ours. Calls are taken by a webhook whichever it is.</summary>
    public SmsGatewayKind Gateway { get; set; }

    /// <summary>What <see cref="SmsGatewayKind.Twilio"/> needs.</summary>
    public TwilioOptions Twilio { get; set; } = new();

    /// <summary>What <see cref="SmsGatewayKind.Azure"/> needs.</summary>
    public AzureSmsOptions Azure { get; set; } = new();

    /// <summary>Where the gateway listens: https, or http on a loopback address. No default.</summary>
    public Uri? Url { get; set; }

    /// <summary>
    /// Where the gateway takes calls that read a code out; protected as <see cref="Url"/>, and may be the same. Default: none, then no codes by
    /// calls.
    /// </summary>
    public Uri? VoiceUrl { get; set; }

    /// <summary>What the requests are signed with: 32 characters or more (RFC 2104 §3: a key as long as the hash). No default.</summary>
    public string Secret { get; set; } = "";

    /// <summary>
    /// While the gateway moves to a new secret: the one it leaves. Requests then carry a signature by each. Default: none, ours.
    /// </summary>
    public string PreviousSecret { get; set; } = "";

    /// <summary>How long the gateway may take to answer: 1 to 60 seconds. Default: 10 seconds, ours.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(10);
}
