using System.Text.Json.Serialization;

namespace ResetBot.Bot.Couriers.Sms;

/// <summary>What the gateway gets, as JSON.</summary>
/// <param name="To">A phone number in E.164.</param>
/// <param name="Text">The message; of a call, what is said, word for word: the digits of a code stand apart in it, and twice.</param>
/// <param name="CorrelationId">The same at every attempt.</param>
/// <param name="Kind"><c>text</c> or <c>call</c>.</param>
/// <param name="Language">The language of the text, by two letters (ISO 639-1): a call is spoken in it.</param>
/// <param name="Extension">What is dialled once somebody answers; left out where nothing is.</param>
internal sealed record SmsRequest(
    string To,
    string Text,
    string CorrelationId,
    string Kind,
    string Language,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Extension)
{
    public override string ToString() => CorrelationId;
}
