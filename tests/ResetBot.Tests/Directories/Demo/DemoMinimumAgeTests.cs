using ResetBot.Recovery.Accounts;
using Xunit;

namespace ResetBot.Tests.Directories.Demo;

public sealed class DemoMinimumAgeTests
{
    private const string Good = "Rainy-violins-9";
    private const string OtherGood = "Seven-lanterns-3";

    [Fact]
    public async Task A_password_is_replaced_once_it_is_old_enough_and_not_a_moment_earlier()
    {
        using var house = new DemoHouse(minimumAge: TimeSpan.FromDays(1));
        Assert.Equal(TimeSpan.FromDays(1), (await house.Directory.PasswordRulesAsync(DemoHouse.Id(), default)).MinimumAge);
        Assert.IsType<PasswordWrite.Done>(await house.ResetAsync(Good));
        house.Time.Advance(TimeSpan.FromDays(1) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(new PasswordWrite.RefusedByPolicy(DirectoryRefusal.TooYoung), await house.ResetAsync(OtherGood));

        house.Time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.IsType<PasswordWrite.Done>(await house.ResetAsync(OtherGood));
    }

    [Fact]
    public async Task One_that_must_be_changed_is_replaced_at_once()
    {
        using var house = new DemoHouse(minimumAge: TimeSpan.FromDays(900));
        var nestor = await house.FindAsync("nestor");
        Assert.True(nestor.MustChangePassword);

        Assert.IsType<PasswordWrite.Done>(await house.ResetAsync(Good, nestor.Id));
        Assert.Equal(new PasswordWrite.RefusedByPolicy(DirectoryRefusal.TooYoung), await house.ResetAsync(OtherGood, nestor.Id));
    }

    [Fact]
    public async Task By_default_every_password_is_old_enough()
    {
        using var house = new DemoHouse();

        Assert.IsType<PasswordWrite.Done>(await house.ResetAsync(Good));
        Assert.IsType<PasswordWrite.Done>(await house.ResetAsync(OtherGood));
    }
}
