using FsCheck;
using FsCheck.Fluent;
using ResetBot.Recovery.Passwords;
using Xunit;

namespace ResetBot.Tests.Recovery.Passwords;

public sealed class PasswordProperties
{
    private static readonly string[] Words = ["contoso", "blank", "abcdef", "lösenord"];
    private static readonly BannedWordList Banned = new(Words);
    private static readonly Arbitrary<string> Text =
        Gen.Elements("abcdefnotsklr0145$@ABLöÖ-!🙈 ".EnumerateRunes().Select(rune => rune.ToString()).Concat(Words))
            .ListOf().Select(string.Concat).ToArbitrary();

    [Fact]
    public void Nothing_that_can_be_typed_makes_a_judge_throw()
    {
        var judge = new PasswordJudge(new PasswordOptions());
        var context = PasswordVector.All[0].Context();
        Prop.ForAll<string>(text => judge.Judge(PasswordText.Compose(text ?? ""), context).Results.Count > 0).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_password_never_has_more_points_than_characters_nor_fewer_than_the_words_can_explain()
        => Prop.ForAll(Text, text =>
        {
            var length = PasswordText.Normalise(text).Length;
            var points = Points(text);
            return points <= length && points * 9 >= length;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Case_and_look_alikes_change_no_points()
        => Prop.ForAll(Text, text => Points(text) == Points(Disguise(text.ToUpperInvariant()))).QuickCheckThrowOnFailure();

    [Fact]
    public void One_edit_of_a_banned_word_is_one_point()
        => Prop.ForAll(
            Gen.Elements(Words).Zip(Gen.Choose(0, 4)).Zip(Gen.Elements("x", "")).ToArbitrary(),
            edit =>
            {
                var ((word, place), put) = edit;
                return Points(word[..place] + put + word[(place + 1)..]) == 1 && Points(word[..place] + put + word[place..]) == 1;
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void Being_one_edit_apart_goes_both_ways()
        => Prop.ForAll(Text, Text, (one, other) => Apart(one, other) == Apart(other, one)).QuickCheckThrowOnFailure();

    [Fact]
    public void Being_one_edit_apart_agrees_with_the_plain_distance()
    {
        var near = Edits("abab");
        var texts = Gen.Elements("ab".ToCharArray()).ListOf().Select(list => new string([.. list.Take(6)])).ToArbitrary();
        Prop.ForAll(texts, one => Apart(one, "abab") == near.Contains(one)).QuickCheckThrowOnFailure();
        Assert.All(near, one => Assert.True(Apart(one, "abab")));
    }

    [Fact]
    public void Composing_twice_changes_nothing()
        => Prop.ForAll<string>(text =>
        {
            using var once = PasswordText.Compose(text ?? "");
            using var twice = PasswordText.Compose(once.Reveal());
            return once.Matches(twice);
        }).QuickCheckThrowOnFailure();

    private static int Points(string text) => Banned.Points(PasswordText.Normalise(text), needed: 1000);

    private static bool Apart(string one, string other) => OneEdit.Apart([.. one.EnumerateRunes()], [.. other.EnumerateRunes()]);

    private static string Disguise(string text)
        => text.Replace('O', '0').Replace('L', '1').Replace('S', '$').Replace('A', '@');

    private static HashSet<string> Edits(string word)
    {
        HashSet<string> edits = [word];
        for (var i = 0; i <= word.Length; i++)
        {
            foreach (var letter in "ab")
            {
                edits.Add(word.Insert(i, letter.ToString()));
                if (i < word.Length)
                {
                    edits.Add(word[..i] + letter + word[(i + 1)..]);
                    edits.Add(word.Remove(i, 1));
                }
            }
        }

        return edits;
    }
}
