using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Policy;
using Xunit;

namespace ResetBot.Tests.Recovery.Policy;

public sealed class RecoveryPolicyTests
{
    [Fact]
    public void The_defaults_are_the_published_ones()
    {
        var policy = new RecoveryPolicy();
        Assert.Equal(2, policy.MethodsRequiredToReset);
        Assert.Equal(2, policy.MethodsToRegister);
        Assert.Empty(policy.MethodsAllowed);
        Assert.Equal([MethodKind.Email, MethodKind.Sms, MethodKind.Authenticator, MethodKind.Passkey, MethodKind.RecoveryCodes], policy.Allowed());
        Assert.Equal(TimeSpan.FromMinutes(15), policy.QuestionLifetime);
        Assert.Equal(TimeSpan.FromHours(24), policy.Freshness);
        Assert.Equal(TimeSpan.FromDays(7), policy.PhoneFreshness);
        Assert.Empty(RecoveryPolicyValidator.Faults(policy));
    }

    [Theory]
    [InlineData(1, false, 1)]
    [InlineData(1, true, 2)]
    [InlineData(2, true, 2)]
    public void An_administrator_needs_two_gates_whatever_is_set(int required, bool administrator, int gates) =>
        Assert.Equal(gates, new RecoveryPolicy { MethodsRequiredToReset = required }.GatesFor(Operation.Reset, administrator));

    [Theory]
    [InlineData(0, 2, "Policy:MethodsRequiredToReset is 0")]
    [InlineData(3, 3, "Policy:MethodsRequiredToReset is 3")]
    [InlineData(2, 1, "Policy:MethodsToRegister is 1")]
    [InlineData(2, 4, "Policy:MethodsToRegister is 4")]
    public void A_number_of_methods_out_of_range_is_a_fault(int required, int register, string fault) => Assert.Contains(
        RecoveryPolicyValidator.Faults(new RecoveryPolicy { MethodsRequiredToReset = required, MethodsToRegister = register }),
        found => found.StartsWith(fault, StringComparison.Ordinal));

    [Theory]
    [InlineData("only Authenticator", MethodKind.Authenticator)]
    [InlineData("names CurrentPassword", MethodKind.CurrentPassword, MethodKind.Email)]
    [InlineData("names 1 methods", MethodKind.Email, MethodKind.Email)]
    public void Methods_that_cannot_do_are_a_fault(string fault, params MethodKind[] allowed) => Assert.Contains(
        RecoveryPolicyValidator.Faults(new RecoveryPolicy { MethodsAllowed = [.. allowed] }), found => found.Contains(fault, StringComparison.Ordinal));

    [Fact]
    public void Times_out_of_range_are_faults()
    {
        var policy = new RecoveryPolicy { QuestionLifetime = TimeSpan.FromMinutes(1), Freshness = TimeSpan.FromDays(61), PhoneFreshness = -TimeSpan.FromDays(1) };
        Assert.Equal(3, RecoveryPolicyValidator.Faults(policy).Count());
    }
}
