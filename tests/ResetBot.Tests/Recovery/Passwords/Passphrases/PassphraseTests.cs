using System.Text.RegularExpressions;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Passwords;
using ResetBot.Recovery.Passwords.Passphrases;
using Xunit;

namespace ResetBot.Tests.Recovery.Passwords.Passphrases;

public sealed partial class PassphraseTests
{
    // What nobody wants to be offered, alone or inside of a word, in either language.
    private static readonly string[] Offensive =
    [
        "fuck", "shit", "cunt", "slut", "whore", "bitch", "bastard", "nigg", "fagg", "dyke", "penis", "vagin", "porn", "nazi", "rapist", "idiot",
        "moron", "cripple", "gypsy", "fitta", "knull", "kuk", "hora", "jävl", "fanken", "bög", "neger", "zigen", "rövh", "skit", "bajs", "dvärg",
        "käring", "mord", "våldt", "svin", "tjock", "horny", "heil",
    ];

    private static readonly DirectoryPasswordRules Plain = new(8, 256, 4, 5, 5, TimeSpan.FromMinutes(15));

    private readonly PassphraseDesk _desk = new(new PasswordJudge(new PasswordOptions()));

    [Theory]
    [InlineData("en")]
    [InlineData("sv")]
    public void A_list_has_enough_short_plain_words_and_none_twice(string language)
    {
        var words = PassphraseWords.Of(language, asciiOnly: false).ToArray();

        Assert.True(words.Length >= 1024, $"{words.Length} words");
        Assert.Equal(words.Length, words.Distinct(StringComparer.Ordinal).Count());
        Assert.All(words, word => Assert.Matches(language == "sv" ? "^[a-zåäö]{4,8}$" : "^[a-z]{4,8}$", word));
        Assert.DoesNotContain(words, word => Offensive.Any(bad => word.Contains(bad, StringComparison.Ordinal)));
        Assert.Empty(words.Intersect(CommonWords.All));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("sv")]
    public void A_phrase_has_fifty_six_bits_or_more(string language)
    {
        foreach (var asciiOnly in new[] { false, true })
        {
            var words = PassphraseWords.Of(language, asciiOnly).Length;
            Assert.True((5 * Math.Log2(words)) + Math.Log2(64) >= 56, $"{words} words");
        }
    }

    [Theory]
    [InlineData("en", 4, 8, 256, false, 15)]
    [InlineData("sv", 4, 8, 256, false, 15)]
    [InlineData("sv", 4, 8, 127, true, 15)]
    [InlineData("en", 0, 0, 256, false, 8)]
    [InlineData("en", 4, 64, 64, false, 64)]
    [InlineData("de", 3, 8, 47, true, 15)]
    public void Every_offer_meets_every_rule_of_its_account(string language, int classes, int least, int most, bool ascii, int ours)
    {
        var judge = new PasswordJudge(new PasswordOptions { MinimumLength = Math.Clamp(ours, 8, 64) });
        var context = Context(Plain with { ClassesRequired = classes, MinimumLength = least, MaximumLength = most, AsciiOnly = ascii });
        var desk = new PassphraseDesk(judge);
        for (var i = 0; i < 500; i++)
        {
            using var offer = desk.Offer(context, language);
            Assert.NotNull(offer);
            Assert.Matches(Shape(), new string(offer.Reveal()));
            Assert.Empty(judge.Judge(offer, context).Unmet);
        }
    }

    [Fact]
    public void No_two_offers_are_alike_and_every_word_comes()
    {
        HashSet<string> phrases = [];
        HashSet<string> words = [];
        for (var i = 0; i < 3000; i++)
        {
            using var offer = _desk.Offer(Context(Plain), "sv")!;
            var text = new string(offer.Reveal());
            Assert.True(phrases.Add(text));
            words.UnionWith(text.ToLowerInvariant().Split('-')[..5]);
        }

        // Of 15,000 words drawn each one is missed once in 28,000 times.
        Assert.InRange(words.Count, PassphraseWords.Of("sv", asciiOnly: false).Length - 3, PassphraseWords.Of("sv", asciiOnly: false).Length);
    }

    [Fact]
    public void A_persons_own_name_is_never_offered()
    {
        var context = Context(Plain) with { CompanyNames = ["Lantern", "Gravel"] };
        var names = new Account { Id = new AccountId("demo", "1"), UserName = "rose", DisplayName = "", FirstName = "Rose", LastName = "Winter-Hill" };
        for (var i = 0; i < 500; i++)
        {
            using var offer = _desk.Offer(context with { Account = names }, "en")!;
            Assert.DoesNotMatch("(?i)rose|winter|hill|lantern|gravel", new string(offer.Reveal()));
        }
    }

    [Fact]
    public void Where_no_phrase_fits_none_is_offered() => Assert.Null(_desk.Offer(Context(Plain with { MaximumLength = 46 }), "en"));

    [Fact]
    public void Where_nothing_can_pass_none_is_offered()
    {
        // Every possible end of a phrase is somebody's name.
        var ends = from letter in "abcdefghijklmnopqrstuvwxyz" from one in "23456789" from two in "23456789" select $"{letter}-{one}{two}";

        Assert.Null(_desk.Offer(Context(Plain) with { CompanyNames = [.. ends] }, "en"));
    }

    private static PasswordContext Context(DirectoryPasswordRules rules) => new(
        new Account { Id = new AccountId("demo", "1"), UserName = "alex@contoso.example", DisplayName = "", FirstName = "Alex", LastName = "Wilber" },
        rules,
        ["Contoso"]);

    [GeneratedRegex("^[A-ZÅÄÖ][a-zåäö]{3,7}(-[a-zåäö]{4,8}){4,}-[2-9]{2}$")]
    private static partial Regex Shape();
}
