using ResetBot.Cards.Model;
using ResetBot.Cards.Questions;
using ResetBot.Cards.Rendering;
using ResetBot.Cards.Words;
using Xunit;

namespace ResetBot.Tests.Cards.Rendering;

public sealed class ReadAloudTests
{
    private static readonly WordBook English = WordBook.For("en");

    [Fact]
    public void What_is_read_out_of_a_card_is_all_that_it_says_and_what_can_be_typed()
    {
        var card = new NotMeCard().Draw(English);
        var heard = TextRenderer.RenderAloud(card, English, isSensitive: false);
        Assert.StartsWith(card.Title, heard, StringComparison.Ordinal);
        Assert.All(card.Body.OfType<CardElement.Paragraph>(), paragraph => Assert.Contains(paragraph.Text, heard, StringComparison.Ordinal));
        Assert.Contains("(stop everything)", heard, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Secrets))]
    public void A_number_a_code_and_a_link_are_not_read_out_but_are_said_to_be_there(ICard secret, params string[] hidden)
    {
        var card = secret.Draw(English);
        var heard = TextRenderer.RenderAloud(card, English, isSensitive: true);
        Assert.All(hidden, text => Assert.DoesNotContain(text, heard, StringComparison.Ordinal));
        Assert.Contains("in the message itself", heard, StringComparison.Ordinal);
        Assert.All(card.Body.OfType<CardElement.Paragraph>(), paragraph => Assert.Contains(paragraph.Text, heard, StringComparison.Ordinal));
        Assert.Contains("You can also type", heard, StringComparison.Ordinal);
    }

    public static TheoryData<ICard, string[]> Secrets => new()
    {
        { new OpenPageCard(PageWord.NewPassword, "https://reset.example/s/abc", "42", 5, CanChooseOther: true), ["reset.example", "42"] },
        { new LinkCodeCard("slack", "12345678", DateTimeOffset.UnixEpoch), ["12345678"] },
        { new PushWaitCard("slack", "77", DateTimeOffset.UnixEpoch), ["77"] },
    };
}
