using ResetBot.Recovery.Passwords;
using ResetBot.Recovery.Passwords.Breached;
using ResetBot.Recovery.Secrets;
using Xunit;

namespace ResetBot.Tests.Recovery.Passwords.Breached;

public sealed class PasswordFingerprintTests
{
    [Theory]
    [InlineData("password", "5BAA6", "1E4C9B93F3F0682250B6CF8331B7EE68FD8")]
    [InlineData("lösenord", "699C2", null)]
    [InlineData("lo\u0308senord", "699C2", null)]
    public void It_is_the_SHA_1_of_what_is_set_in_two_parts(string text, string prefix, string? suffix)
    {
        using var password = PasswordText.Compose(text);
        using var fingerprint = PasswordFingerprint.Of(password);

        Assert.Equal(prefix, fingerprint.Prefix);
        Assert.Equal(35, fingerprint.Suffix.Length);
        Assert.Equal(suffix ?? fingerprint.Suffix.ToString(), fingerprint.Suffix.ToString());
    }

    [Fact]
    public void It_is_never_printed_and_is_gone_once_it_was_used()
    {
        using var password = new NewPassword("password");
        var fingerprint = PasswordFingerprint.Of(password);
        Assert.Equal("[secret]", fingerprint.ToString());

        fingerprint.Dispose();

        Assert.Throws<ObjectDisposedException>(() => fingerprint.Prefix);
    }
}
