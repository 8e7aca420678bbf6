using ResetBot.Recovery.Limits;
using Xunit;

namespace ResetBot.Tests.Recovery.Limits;

public sealed class CostCapOptionsTests
{
    [Fact]
    public void The_defaults_are_the_published_ones()
    {
        var options = new CostCapOptions();
        Assert.Equal(1000, options.PerDay);
        Assert.Empty(options.Prefixes);
        Assert.Equal(50, options.StrangersPercent);
        Assert.Empty(CostCapOptionsValidator.Faults(options));
    }

    [Fact]
    public void A_country_can_have_a_cap_of_its_own_or_none_at_all() =>
        Assert.Empty(CostCapOptionsValidator.Faults(new CostCapOptions { PerDay = 0, Prefixes = { ["46"] = 5000, ["1"] = 0, ["354"] = 3 } }));

    [Fact]
    public void Every_fault_is_listed_with_the_value_found() => Assert.Equal(
        [
            "CostCap:PerDay is -1; it must be from 0 to 1,000,000,000.",
            "CostCap:StrangersPercent is 0; it must be from 1 to 100.",
            "CostCap:Prefixes has '+46'; it must be the calling code of a country in digits, as in 46.",
            "CostCap:Prefixes has '046'; it must be the calling code of a country in digits, as in 46.",
            "CostCap:Prefixes:46 is -5; it must be from 0 to 1,000,000,000.",
            "CostCap:Prefixes has '999'; it must be the calling code of a country in digits, as in 46.",
            "CostCap:Prefixes has 'SE'; it must be the calling code of a country in digits, as in 46.",
        ],
        CostCapOptionsValidator.Faults(new CostCapOptions
        {
            PerDay = -1,
            StrangersPercent = 0,
            Prefixes = { ["46"] = -5, ["+46"] = 1, ["046"] = 1, ["SE"] = 1, ["999"] = 1 },
        }));
}
