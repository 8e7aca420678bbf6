using System.Net.Mail;
using PhoneNumbers;
using Parsed = PhoneNumbers.PhoneNumber;
using PhoneNumber = ResetBot.Recovery.Methods.PhoneNumber;

namespace ResetBot.Recovery.Registration;

/// <summary>Reads addresses and numbers as people type them.</summary>
public static class Destinations
{
    private const int LongestAddress = 254; // RFC 5321 §4.5.3.1.3, less the angle brackets.

    /// <summary>The address, or null when the text is none. Only the domain's case is changed.</summary>
    public static string? Email(string typed)
    {
        var text = typed.Trim().TrimStart('<').TrimEnd('>');
        text = text.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? text["mailto:".Length..] : text;
        if (text.Length > LongestAddress
            || text.Any(letter => char.IsControl(letter) || char.IsWhiteSpace(letter) || letter is '"' or '<' or '>' or ',' or ';')
            || !MailAddress.TryCreate(text, out var address)
            || address.Address != text)
        {
            return null;
        }

        var host = address.Host.ToLowerInvariant();
        var wellFormed = Uri.CheckHostName(host) == UriHostNameType.Dns && host.Contains('.', StringComparison.Ordinal) && !host.EndsWith('.');
        return wellFormed && host.All(char.IsAscii) ? $"{address.User}@{host}" : null;
    }

    /// <summary>Whether two addresses lead to one mailbox, as far as they tell: without case, and without what stands after a plus (RFC 5233).</summary>
    internal static bool AreOneMailbox(string left, string right) => string.Equals(Mailbox(left), Mailbox(right), StringComparison.OrdinalIgnoreCase);

    private static string Mailbox(string address)
    {
        var at = address.LastIndexOf('@');
        var plus = address.IndexOf('+', StringComparison.Ordinal);
        return plus > 0 && plus < at ? address[..plus] + address[at..] : address;
    }

    /// <summary>The number in E.164, or null when the text is no number that could belong to a mobile phone.</summary>
    /// <param name="typed">With a country code, or without one when <paramref name="region"/> is given.</param>
    /// <param name="region">The country of numbers without a country code (ISO 3166), or null.</param>
    public static string? Mobile(string typed, string? region) =>
        Number(typed, region) is { } number
        && PhoneNumberUtil.GetInstance().GetNumberType(number) is not (PhoneNumberType.FIXED_LINE or PhoneNumberType.TOLL_FREE
            or PhoneNumberType.PREMIUM_RATE or PhoneNumberType.SHARED_COST or PhoneNumberType.UAN or PhoneNumberType.PAGER or PhoneNumberType.VOICEMAIL)
            ? PhoneNumberUtil.GetInstance().Format(number, PhoneNumberFormat.E164)
            : null;

    /// <summary>
    /// The number of an office phone, in E.164 with an extension where it has one (<see cref="PhoneNumber"/>); null when it is none that a code
    /// can be read out to.
    /// </summary>
    /// <inheritdoc cref="Mobile"/>
    public static string? Office(string typed, string? region) =>
        Number(typed, region) is { } number
        && PhoneNumberUtil.GetInstance().GetNumberType(number) is not (PhoneNumberType.PREMIUM_RATE or PhoneNumberType.SHARED_COST
            or PhoneNumberType.PAGER or PhoneNumberType.VOICEMAIL)
            ? PhoneNumber.With(PhoneNumberUtil.GetInstance().Format(number, PhoneNumberFormat.E164), number.Extension)
            : null;

    /// <summary>The calling code of the country that a number belongs to (ITU-T E.164), in digits; 0 where it tells none.</summary>
    internal static string CallingCode(string number) =>
        (Number(PhoneNumber.WithoutExtension(number), null)?.CountryCode ?? 0).ToString(System.Globalization.CultureInfo.InvariantCulture);

    // Numbering plans change faster than libraries: a number that could exist is tried, and only its owner can confirm it.
    private static Parsed? Number(string typed, string? region)
    {
        if (typed.Length > 40)
        {
            return null;
        }

        var text = typed.Trim();
        text = text.StartsWith("00", StringComparison.Ordinal) ? "+" + text[2..] : text;
        try
        {
            var number = PhoneNumberUtil.GetInstance().Parse(text, region);
            return PhoneNumberUtil.GetInstance().IsPossibleNumber(number) ? number : null;
        }
        catch (NumberParseException)
        {
            return null;
        }
    }
}
