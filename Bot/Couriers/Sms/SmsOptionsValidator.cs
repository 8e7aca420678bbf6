using Microsoft.Extensions.Options;
using ResetBot.Bot.Hosting;

namespace ResetBot.Bot.Couriers.Sms;

internal sealed class SmsOptionsValidator : IValidateOptions<SmsOptions>
{
    private const int ShortestSecret = 32;
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(1);

    public ValidateOptionsResult Validate(string? name, SmsOptions options)
    {
        List<string> faults =
        [
            .. options.Gateway switch
            {
                SmsGatewayKind.Webhook => Webhook(options),
                SmsGatewayKind.Twilio => Twilio(options.Twilio),
                SmsGatewayKind.Azure => Azure(options.Azure),
                _ => [$"Sms:Gateway is {string.Join(", ", Enum.GetNames<SmsGatewayKind>())}; found {options.Gateway}."],
            },
        ];
        if (options.VoiceUrl is not null && !ProtectedAddress.Is(options.VoiceUrl))
        {
            faults.Add($"Sms:VoiceUrl is an https address (http on loopback only), or none; found '{options.VoiceUrl}'.");
        }

        if ((options.Gateway == SmsGatewayKind.Webhook || options.VoiceUrl is not null) && options.Secret.Length < ShortestSecret)
        {
            faults.Add($"Sms:Secret has {ShortestSecret} characters or more; found {options.Secret.Length}.");
        }

        if (options.PreviousSecret.Length is > 0 and < ShortestSecret)
        {
            faults.Add($"Sms:PreviousSecret has {ShortestSecret} characters or more, or none; found {options.PreviousSecret.Length}.");
        }

        if (options.Timeout < TimeSpan.FromSeconds(1) || options.Timeout > LongestTimeout)
        {
            faults.Add($"Sms:Timeout is 00:00:01 to {LongestTimeout}; found {options.Timeout}.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Webhook(SmsOptions options)
    {
        if (!ProtectedAddress.Is(options.Url))
        {
            yield return $"Sms:Url is an https address (http on loopback only); found '{options.Url}'.";
        }
    }

    private static IEnumerable<string> Twilio(TwilioOptions twilio)
    {
        if (!IsId(twilio.AccountSid, "AC"))
        {
            yield return $"Sms:Twilio:AccountSid is AC and 32 hexadecimal digits; found '{twilio.AccountSid}'.";
        }

        if (twilio.ApiKey.Length > 0 && !IsId(twilio.ApiKey, "SK"))
        {
            yield return $"Sms:Twilio:ApiKey is SK and 32 hexadecimal digits, or none; found '{twilio.ApiKey}'.";
        }

        if (twilio.Secret.Length == 0)
        {
            yield return "Sms:Twilio:Secret is the secret of the API key, or the account's token; found none.";
        }

        if (twilio.From.Length == 0 || (twilio.From.StartsWith("MG", StringComparison.Ordinal) && !IsId(twilio.From, "MG")))
        {
            yield return $"Sms:Twilio:From is a number (+46…), a name, or MG and 32 hexadecimal digits; found '{twilio.From}'.";
        }

        if (!ProtectedAddress.Is(twilio.Url))
        {
            yield return $"Sms:Twilio:Url is an https address (http on loopback only); found '{twilio.Url}'.";
        }
    }

    private static IEnumerable<string> Azure(AzureSmsOptions azure)
    {
        if (!ProtectedAddress.Is(azure.Endpoint))
        {
            yield return $"Sms:Azure:Endpoint is an https address (http on loopback only); found '{azure.Endpoint}'.";
        }

        if (azure.AccessKey.Length == 0 || !Convert.TryFromBase64String(azure.AccessKey, new byte[azure.AccessKey.Length], out _))
        {
            yield return $"Sms:Azure:AccessKey is a key in Base64; found {azure.AccessKey.Length} characters.";
        }

        if (azure.From.Length == 0)
        {
            yield return "Sms:Azure:From is the number or name that messages come from; found none.";
        }
    }

    private static bool IsId(string text, string prefix) =>
        text.Length == 34 && text.StartsWith(prefix, StringComparison.Ordinal) && text[2..].All(char.IsAsciiHexDigit);
}
