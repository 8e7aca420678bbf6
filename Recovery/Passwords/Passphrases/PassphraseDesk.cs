using System.Security.Cryptography;
using ResetBot.Recovery.Secrets;

namespace ResetBot.Recovery.Passwords.Passphrases;

/// <summary>
/// Draws passphrases that meet every rule of an account: five words and two digits, as in <c>Lantern-gravel-otter-velvet-noon-47</c>. Of 1,024
/// words or more and 64 pairs of digits that makes 56 bits or more, each phrase as likely as any other. Capital, hyphen and digits are there
/// for directories that ask for kinds of characters; 0 and 1 are not among the digits, since they look like letters.
/// </summary>
public sealed class PassphraseDesk(PasswordJudge judge)
{
    private const int FewestWords = 5;
    private const int LongestWord = 8;
    private const int MostDraws = 100;
    private const string Digits = "23456789";

    // Where the longest phrase does not fit, leaving out the long ones would leave too few.
    private const int MostCharacters = (FewestWords * (LongestWord + 1)) + 2;

    /// <summary>A new passphrase, or null where the account's rules leave no room for one.</summary>
    public NewPassword? Offer(PasswordContext context, string language)
    {
        var rules = judge.RulesFor(context);
        for (var draw = 0; draw < MostDraws && rules.MaximumLength >= MostCharacters; draw++)
        {
            var phrase = Draw(PassphraseWords.Of(language, rules.AsciiOnly), rules.MinimumLength);
            if (judge.Judge(phrase, context).Passes)
            {
                return phrase;
            }

            // A name of this person, or a word that the company bans.
            phrase.Dispose();
        }

        return null;
    }

    private static NewPassword Draw(ReadOnlySpan<string> words, int atLeast)
    {
        Span<char> text = stackalloc char[Math.Max(MostCharacters, atLeast) + LongestWord + 1];
        var length = 0;
        for (var count = 0; count < FewestWords || length + 2 < atLeast; count++)
        {
            var word = words[RandomNumberGenerator.GetInt32(words.Length)];
            word.CopyTo(text[length..]);
            text[length + word.Length] = '-';
            length += word.Length + 1;
        }

        text[0] = char.ToUpperInvariant(text[0]);
        RandomNumberGenerator.GetItems(Digits, text.Slice(length, 2));
        var phrase = new NewPassword(text[..(length + 2)]);
        text.Clear();
        return phrase;
    }
}
