using ResetBot.Recovery.Challenges;
using Xunit;

namespace ResetBot.Tests.Recovery.Challenges;

public sealed class ChallengeOptionsTests
{
    [Fact]
    public void The_defaults_are_the_published_ones()
    {
        var options = new ChallengeOptions();
        Assert.Equal(6, options.CodeDigits);
        Assert.Equal(TimeSpan.FromMinutes(5), options.CodeLifetime);
        Assert.Equal(TimeSpan.FromMinutes(60), options.ApprovalLifetime);
        Assert.Equal(TimeSpan.FromMinutes(60), options.PasscodeLifetime);
        Assert.Null(options.PhoneRegion);
        Assert.Equal("", options.AuthenticatorIssuer);
        Assert.Empty(ChallengeOptionsValidator.Faults(options));
    }

    [Fact]
    public void Every_fault_is_listed_with_the_value_found()
    {
        var options = new ChallengeOptions { CodeDigits = 5, CodeLifetime = TimeSpan.FromMinutes(11), ApprovalLifetime = TimeSpan.Zero, PhoneRegion = "se", AuthenticatorIssuer = "a:b" };
        Assert.Equal(
            ["Challenges:CodeDigits is 5", "Challenges:CodeLifetime is 00:11:00", "Challenges:ApprovalLifetime is 00:00:00", "Challenges:PhoneRegion is 'se'", "Challenges:AuthenticatorIssuer is 'a:b'"],
            ChallengeOptionsValidator.Faults(options).Select(fault => fault.Split(';')[0]));
    }
}
