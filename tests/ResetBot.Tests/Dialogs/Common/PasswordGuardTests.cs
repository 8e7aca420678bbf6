using ResetBot.Dialogs.Common;
using Xunit;

namespace ResetBot.Tests.Dialogs.Common;

public sealed class PasswordGuardTests
{
    [Theory]
    [InlineData("Tr0ub4dor&Horse")]
    [InlineData("Sommar2026!")]
    [InlineData("P@ssword1")]
    [InlineData("hunter2-hunter2")]
    [InlineData("  Winter-2026  ")]
    [InlineData("my password is hunter2")]
    [InlineData("My new password: correcthorse")]
    [InlineData("mitt lösenord är sommar")]
    [InlineData("det nya lösenordet = hemligt")]
    [InlineData("the old password was swordfish")]
    public void A_password_is_seen(string text) => Assert.True(PasswordGuard.LooksLikePassword(text));

    [Theory]
    [InlineData("JSmith01")]
    [InlineData("Svc_Backup-01")]
    [InlineData("  Winter-2026  ")]
    public void A_word_is_a_name_where_a_name_was_asked_for(string text) => Assert.False(PasswordGuard.LooksLikePassword(text, asksForName: true));

    [Theory]
    [InlineData("my password is hunter2")]
    [InlineData("mitt lösenord är sommar")]
    [InlineData("Sommar-2026!Sommar-2026!Sommar-2026!Sommar-2026!Sommar-2026!Sommar-2026!")]
    public void A_sentence_or_what_is_too_long_for_a_name_is_a_password_there_too(string text) =>
        Assert.True(PasswordGuard.LooksLikePassword(text, asksForName: true));

    [Theory]
    [InlineData("alex.private@example.org")]
    [InlineData("Alex.Wilber99@Example.org")]
    [InlineData("+46 70 123 45 67")]
    [InlineData("+46701234567")]
    [InlineData("070-1234567")]
    [InlineData("123456")]
    [InlineData("123-456")]
    [InlineData("Code:123456")]
    [InlineData("G-123456")]
    [InlineData("https://Example.org/Page1")]
    [InlineData("Alex.Wilber")]
    [InlineData("Anna-Lena")]
    [InlineData("O'Connor-Smith")]
    [InlineData(@"CONTOSO\alex2")]
    [InlineData("IT-support")]
    [InlineData("Authenticator!")]
    [InlineData("Authenticator.")]
    [InlineData("Register!")]
    [InlineData("Återställ!")]
    [InlineData("I forgot my password")]
    [InlineData("Reset my password, please!")]
    [InlineData("My password does not work")]
    [InlineData("Mitt lösenord fungerar inte")]
    [InlineData("Jag har glömt mitt lösenord.")]
    [InlineData("lost my phone")]
    [InlineData("Ring mig på 070-123 45 67 kl 14!")]
    [InlineData("")]
    public void Nothing_else_is_taken_for_one(string text) => Assert.False(PasswordGuard.LooksLikePassword(text));
}
