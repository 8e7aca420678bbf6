namespace ResetBot.Bot.Couriers;

/// <summary>An e-mail or a text message on its way out.</summary>
/// <param name="Id">The same at every attempt, so that a far end that can drop repetitions does.</param>
/// <param name="Via">Which courier: <c>email</c> or <c>sms</c>.</param>
/// <param name="To">An e-mail address, or a phone number in E.164.</param>
/// <param name="Subject">The subject of an e-mail; empty for a text message.</param>
/// <param name="Text">Plain text.</param>
/// <param name="Language">The language of the text, by two letters.</param>
/// <param name="Code">The code that the text tells, to be shown large; null when there is none.</param>
/// <param name="Link">The address that stands in the text, to be tapped; null when none does.</param>
public sealed record CourierMessage(string Id, string Via, string To, string Subject, string Text, string Language = "en", string? Code = null, string? Link = null)
{
    public override string ToString() => $"{Via} {Id}";
}
