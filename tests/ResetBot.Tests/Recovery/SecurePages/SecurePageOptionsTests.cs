using ResetBot.Recovery.SecurePages;
using Xunit;

namespace ResetBot.Tests.Recovery.SecurePages;

public sealed class SecurePageOptionsTests
{
    [Fact]
    public void The_defaults_are_the_published_ones()
    {
        var options = new SecurePageOptions();
        Assert.Equal(TimeSpan.FromMinutes(5), options.TimeToOpen);
        Assert.Equal(TimeSpan.FromMinutes(10), options.TimeToFinish);
        Assert.Equal(TimeSpan.FromDays(30), options.TimeToObject);
        Assert.Empty(SecurePageOptionsValidator.Faults(options));
    }

    [Fact]
    public void Every_fault_is_listed() => Assert.Equal(
        3,
        SecurePageOptionsValidator.Faults(
            new SecurePageOptions { TimeToOpen = TimeSpan.Zero, TimeToFinish = TimeSpan.FromHours(1), TimeToObject = TimeSpan.Zero }).Count());
}
