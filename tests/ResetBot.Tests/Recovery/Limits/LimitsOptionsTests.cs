using ResetBot.Recovery.Limits;
using Xunit;

namespace ResetBot.Tests.Recovery.Limits;

public sealed class LimitsOptionsTests
{
    [Fact]
    public void The_defaults_are_the_published_ones()
    {
        var limits = new LimitsOptions();
        Assert.Equal(5, limits.WrongAnswersPerMethod);
        Assert.Equal(TimeSpan.FromHours(1), limits.WrongAnswersWindow);
        Assert.Equal(TimeSpan.FromHours(24), limits.MethodPause);
        Assert.Equal(5, limits.FailedCasesPerAccount);
        Assert.Equal(TimeSpan.FromHours(24), limits.FailedCasesWindow);
        Assert.Equal(TimeSpan.FromHours(24), limits.AccountPause);
        Assert.Equal(10, limits.SendsPerAccount);
        Assert.Equal(TimeSpan.FromMinutes(10), limits.SendsWindow);
        Assert.Equal(TimeSpan.FromHours(24), limits.SendPause);
        Assert.Equal(5, limits.ResetsPerAccount);
        Assert.Equal(TimeSpan.FromHours(1), limits.ResetsWindow);
        Assert.Equal(TimeSpan.FromHours(24), limits.ResetPause);
        Assert.Equal(100, limits.ConsecutiveFailures);
        Assert.Equal(10, limits.CasesPerUserPerHour);
        Assert.Equal(60, limits.CasesPerAddressPerHour);
        Assert.Equal(100, limits.StrangerWrongAnswersPerAccount);
        Assert.Equal(TimeSpan.FromHours(24), limits.StrangerWrongAnswersWindow);
        Assert.Equal(20, limits.StrangerSendsPerAccount);
        Assert.Equal(TimeSpan.FromHours(1), limits.StrangerSendsWindow);
        Assert.Equal(15, limits.StrangerWrongAnswersPerAddress);
        Assert.Equal(5, limits.StrangerSendsPerAddress);
        Assert.Equal(TimeSpan.FromHours(1), limits.StrangerCaseLifetime);
        Assert.Equal(3, limits.ApprovalsPerAccount);
        Assert.Equal(TimeSpan.FromHours(1), limits.ApprovalsWindow);
        Assert.Equal(10, limits.NamingsPerAccount);
        Assert.Equal(TimeSpan.FromHours(24), limits.NamingsWindow);
        Assert.Equal(TimeSpan.FromDays(7), limits.ApproverRecoveredWithin);
        Assert.Equal(2, limits.TriesBelowDirectoryLockout);
        Assert.Empty(LimitsOptionsValidator.Faults(limits));
    }

    [Fact]
    public void Every_fault_is_listed_with_the_value_found()
    {
        var faults = LimitsOptionsValidator.Faults(new LimitsOptions { SendsPerAccount = 0, MethodPause = TimeSpan.Zero, CasesPerUserPerHour = -1 }).ToList();
        Assert.Equal(3, faults.Count);
        Assert.Contains(faults, fault => fault.StartsWith("Limits:SendsPerAccount is 0;", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("Limits:MethodPause is 00:00:00;", StringComparison.Ordinal));
        Assert.Contains(faults, fault => fault.StartsWith("Limits:CasesPerUserPerHour is -1;", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, false)]
    [InlineData(30, false)]
    public void What_one_address_may_send_is_less_than_half_of_what_all_may(int share, bool holds)
    {
        var faults = LimitsOptionsValidator.Faults(new LimitsOptions { StrangerSendsPerAddress = share, StrangerSendsPerAccount = 20 }).ToList();
        Assert.Equal(holds, faults.Count == 0);
        Assert.All(faults, fault => Assert.StartsWith($"Limits:StrangerSendsPerAddress is {share};", fault, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_limit_is_checked()
    {
        foreach (var property in typeof(LimitsOptions).GetProperties())
        {
            var options = new LimitsOptions();
            property.SetValue(options, property.PropertyType == typeof(int) ? 0 : TimeSpan.FromDays(31));
            Assert.Contains(property.Name, Assert.Single(LimitsOptionsValidator.Faults(options)), StringComparison.Ordinal);
        }
    }
}
