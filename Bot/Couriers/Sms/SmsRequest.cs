namespace ResetBot.Bot.Couriers.Sms;

/// <summary>What the gateway gets, as JSON.</summary>
/// <param name="To">A phone number in E.164.</param>
/// <param name="Text">The message.</param>
/// <param name="CorrelationId">The same at every attempt.</param>
internal sealed record SmsRequest(string To, string Text, string CorrelationId)
{
    public override string ToString() => CorrelationId;
}
