using ResetBot.Bot.Channels.Wire;
using Xunit;

namespace ResetBot.Tests.Bot.Channels.Wire;

public sealed class CourtesyBudgetTests
{
    [Fact]
    public void Each_far_end_has_a_budget_of_its_own()
    {
        using var budget = new CourtesyBudget(60, TimeSpan.FromHours(1), atOnce: 2);
        Assert.Equal([true, true, false, true], new[] { "a", "a", "a", "b" }.Select(budget.TryTake));
    }

    [Fact]
    public void None_is_none()
    {
        using var budget = new CourtesyBudget(0, TimeSpan.FromSeconds(1), atOnce: 2);
        Assert.False(budget.TryTake("a"));
    }

    [Fact]
    public async Task It_fills_again()
    {
        using var budget = new CourtesyBudget(1, TimeSpan.FromMilliseconds(20), atOnce: 1);
        Assert.True(budget.TryTake("a"));
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!budget.TryTake("a"))
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
