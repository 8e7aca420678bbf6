using ResetBot.Cards;
using ResetBot.Dialogs.Common;
using Xunit;

namespace ResetBot.Tests.Dialogs.Common;

public sealed class AnswersTests
{
    private static readonly MethodWord[] Offered = [MethodWord.Email, MethodWord.Authenticator];

    [Theory]
    [InlineData("123456")]
    [InlineData(" 123 456 ")]
    [InlineData("123-456")]
    [InlineData("12 34 56")]
    [InlineData("1 2 3 4 5 6")]
    [InlineData("123\u00a0456")]
    [InlineData("123.456")]
    [InlineData("Your code: 123456.")]
    [InlineData("123456 is your code to reset the password of a***@contoso.example, good for 5 minutes")]
    [InlineData("123456\n\n123456")]
    [InlineData("code 123-456, sent 2026")]
    public void A_code_is_found_in_what_people_paste(string text) => Assert.Equal("123456", Answers.Code(text, 6));

    [Theory]
    [InlineData("")]
    [InlineData("12345")]
    [InlineData("1234567")]
    [InlineData("123456 654321")]
    [InlineData("call +46701234567")]
    [InlineData("abcdef")]
    [InlineData("١٢٣٤٥٦")]
    public void What_is_no_code_or_two_is_none(string text) => Assert.Null(Answers.Code(text, 6));

    [Fact]
    public void A_longer_code_is_found_when_longer_ones_are_asked_for() => Assert.Equal("12345678", Answers.Code("1234 5678", 8));

    [Theory]
    [InlineData("1", MethodWord.Email)]
    [InlineData(" 2. ", MethodWord.Authenticator)]
    [InlineData("2)", MethodWord.Authenticator)]
    [InlineData("EMAIL", MethodWord.Email)]
    [InlineData("e-post", MethodWord.Email)]
    [InlineData("Authenticator app", MethodWord.Authenticator)]
    public void A_method_is_found_by_number_or_name(string text, MethodWord method) => Assert.Equal(method, Answers.Method(text, Offered));

    [Theory]
    [InlineData("call me", MethodWord.VoiceMobile)]
    [InlineData("Samtal", MethodWord.VoiceMobile)]
    [InlineData("office phone", MethodWord.VoiceOffice)]
    [InlineData("kontorstelefonen", MethodWord.VoiceOffice)]
    public void A_call_is_found_by_what_people_call_it(string text, MethodWord method) =>
        Assert.Equal(method, Answers.Method(text, [MethodWord.VoiceMobile, MethodWord.VoiceOffice]));

    [Theory]
    [InlineData("0")]
    [InlineData("3")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    [InlineData("sms")]
    [InlineData("pigeon")]
    [InlineData("")]
    public void What_was_not_offered_is_none(string text) => Assert.Null(Answers.Method(text, Offered));

    [Theory]
    [InlineData("resend")]
    [InlineData(" RESEND ")]
    [InlineData("skicka igen")]
    public void A_word_is_understood_in_every_language(string text) => Assert.True(Answers.Is(text, "word.resend"));
}
