using System.Text;
using System.Text.RegularExpressions;
using OtpNet;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Mail;
using ResetBot.Testing.Slack;
using ResetBot.Testing.Sms;

namespace ResetBot.ConversationTests.Canary;

/// <summary>The secrets of a run, each with the places that may hold it.</summary>
internal sealed partial class Secrets
{
    private readonly List<Marked> _passwords = [];
    private readonly List<Marked> _others = [new("the secret of the mail server", SmtpServer.Password), new("the secret of the gateway", SmsGateway.Secret), new("the token of Slack", SlackStandIn.BotToken), new("the secret of Slack", SlackStandIn.SigningSecret)];
    private readonly List<Marked> _links = [];
    private readonly List<Marked> _objections = [];
    private readonly HashSet<string> _codes = [];
    private int _count;

    /// <summary>A password that nobody else has, good enough for every rule.</summary>
    public string Password(string use)
    {
        var password = $"Marked \"{++_count}\" & crimson Otters wade {use}?";
        _passwords.Add(new Marked($"the password for {use}", password));
        return password;
    }

    /// <summary>A password that no rule takes.</summary>
    public string WeakPassword()
    {
        var password = $"Otter9{(char)('q' + _count++)}";
        _passwords.Add(new Marked("the refused password", password));
        return password;
    }

    /// <summary>A passphrase that a page offered: somebody may have taken it.</summary>
    public void Offer(string phrase) => _passwords.Add(new Marked("an offered passphrase", phrase));

    public string Code(string letter)
    {
        var code = OutboxReader.CodeIn(letter)!;
        _codes.Add(code);
        return code;
    }

    /// <summary>Takes the link out of a notice, in which alone it may stand.</summary>
    public Uri Objection(string letter)
    {
        var link = new Uri(ObjectionLink().Match(letter).Value);
        _objections.Add(new Marked("the link of a notice", link.Segments[^1]));
        return link;
    }

    public void Link(Uri page) => _links.Add(new Marked("a link", page.Segments[^1]));

    /// <summary>A code that makes somebody known in another chat, as it stands in the chat where they are known.</summary>
    public void LinkCode(string code) => _links.Add(new Marked("the code of a link", code));

    public void App(string key) => _others.Add(new Marked("the key of an authenticator app", key, Base32Encoding.ToBytes(key)));

    /// <summary>What the help desk told somebody.</summary>
    public void Passcode(string code) => _others.Add(new Marked("a passcode", code));

    /// <summary>What a page asks a passkey to sign.</summary>
    public void Challenge(string challenge) => _others.Add(new Marked("the challenge of a passkey", challenge, System.Buffers.Text.Base64Url.DecodeFromChars(challenge)));

    /// <summary>Recovery codes, as they are shown and as they are typed without dashes.</summary>
    public void Kept(IEnumerable<string> codes)
    {
        foreach (var code in codes)
        {
            _others.Add(new Marked("a recovery code", code));
            _others.Add(new Marked("a recovery code", code.Replace("-", "", StringComparison.Ordinal)));
        }
    }

    /// <summary>An answer to a security question that nobody else gives, as it is typed and as it is compared.</summary>
    public string Answer(string use)
    {
        var answer = $"Vermilion Flycatcher {++_count} {use}";
        _others.Add(new Marked($"the answer for {use}", answer));
        _others.Add(new Marked($"the answer for {use}, as it is compared", answer.Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant()));
        return answer;
    }

    public void Cookies(string whose, IEnumerable<System.Net.Cookie> cookies) =>
        _others.AddRange(cookies.Select(cookie => new Marked($"the cookie {cookie.Name} of {whose}", cookie.Value)));

    /// <summary>What lies where it must not.</summary>
    public IEnumerable<string> Misplaced(Surroundings around)
    {
        foreach (var (place, bytes) in around.Left())
        {
            foreach (var found in Found([.. _passwords, .. _others, .. _links, .. _objections], bytes).Concat(FoundCodes(bytes)))
            {
                yield return $"{found} in {place}";
            }
        }

        // A link stands in the chat of whom it was made for, a code in the letter that brings it.
        foreach (var found in Found([.. _passwords, .. _others, .. _objections], around.Chats()).Concat(FoundCodes(around.Chats())))
        {
            yield return $"{found} in the chats";
        }

        foreach (var found in Found([.. _passwords, .. _others, .. _links], around.Letters()))
        {
            yield return $"{found} in the letters";
        }
    }

    public override string ToString() => $"{_passwords.Count} passwords, {_codes.Count} codes, {_links.Count + _objections.Count} links, {_others.Count} other secrets";

    private static IEnumerable<string> Found(IEnumerable<Marked> marked, byte[] bytes) =>
        marked.Select(secret => secret.FindIn(bytes)).OfType<string>();

    // Six digits alone, also as they are read out: longer numbers have any six digits in them.
    private IEnumerable<string> FoundCodes(byte[] bytes)
    {
        var text = Encoding.Latin1.GetString(bytes);
        return SixDigits().Matches(text).Select(number => number.Value).Where(code => _codes.Contains(code.Replace(", ", "", StringComparison.Ordinal))).Distinct()
            .Select(code => $"the code {code} ({Around(text, code)})");
    }

    private static string Around(string text, string code)
    {
        var at = text.IndexOf(code, StringComparison.Ordinal);
        return new string([.. text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 60)].Select(sign => char.IsControl(sign) ? '.' : sign)]);
    }

    [GeneratedRegex(@"http\S+/not-me/[A-Za-z0-9_-]{43}")]
    private static partial Regex ObjectionLink();

    [GeneratedRegex(@"(?<![\w+/.=-])\d(?:\d{5}|(?:, \d){5})(?![\w+/=-])")]
    private static partial Regex SixDigits();
}
