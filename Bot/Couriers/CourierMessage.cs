namespace ResetBot.Bot.Couriers;

/// <summary>An e-mail, a text message or a call on its way out.</summary>
/// <param name="Id">The same at every attempt, so that a far end that can drop repetitions does.</param>
/// <param name="Via">Which courier: <c>email</c>, <c>sms</c> or <c>voice</c>.</param>
/// <param name="To">An e-mail address, or a phone number in E.164, for a call with an extension where it has one.</param>
/// <param name="Subject">The subject of an e-mail; empty for the others.</param>
/// <param name="Text">Plain text; of a call, what is said.</param>
/// <param name="Language">The language of the text, by two letters.</param>
/// <param name="Code">The code that the text tells, to be shown large; null when there is none.</param>
/// <param name="Link">The address that stands in the text, to be tapped; null when none does.</param>
public sealed record CourierMessage(string Id, string Via, string To, string Subject, string Text, string Language = "en", string? Code = null, string? Link = null)
{
    public override string ToString() => $"{Via} {Id}";
}
