using Microsoft.Extensions.Options;

namespace ResetBot.Bot.Couriers.Sms;

internal sealed class SmsOptionsValidator : IValidateOptions<SmsOptions>
{
    private const int ShortestSecret = 32;
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(1);

    public ValidateOptionsResult Validate(string? name, SmsOptions options)
    {
        var faults = new List<string>();
        if (!IsProtected(options.Url))
        {
            faults.Add($"Sms:Url is an https address (http on loopback only); found '{options.Url}'.");
        }

        if (options.VoiceUrl is not null && !IsProtected(options.VoiceUrl))
        {
            faults.Add($"Sms:VoiceUrl is an https address (http on loopback only), or none; found '{options.VoiceUrl}'.");
        }

        if (options.Secret.Length < ShortestSecret)
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

    private static bool IsProtected(Uri? address)
        => address is { IsAbsoluteUri: true }
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));
}
