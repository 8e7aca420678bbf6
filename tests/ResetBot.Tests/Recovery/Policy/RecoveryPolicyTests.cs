using ResetBot.Recovery.Accounts;
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
        Assert.Equal(1, policy.MethodsRequiredToUnlock);
        Assert.Equal(2, policy.MethodsToRegister);
        Assert.Equal((5, 2), (policy.ColleaguesNamed, policy.ColleaguesRequired));
        Assert.Empty(policy.Operations);
        Assert.True(policy.NotifyPerson);
        Assert.Null(policy.NotifyAdministratorsAt);
        Assert.Equal(LicenceTier.Premium, policy.Licence);
        Assert.Equal(DirectoryTrust.Protected, policy.RegisterByDirectory);
        Assert.Empty(policy.MethodsAllowed);
        Assert.Equal([MethodKind.Email, MethodKind.Sms, MethodKind.Authenticator, MethodKind.PushApproval, MethodKind.Passkey, MethodKind.RecoveryCodes], policy.Allowed());
        Assert.Equal(TimeSpan.FromMinutes(15), policy.QuestionLifetime);
        Assert.Equal(TimeSpan.FromHours(24), policy.Freshness);
        Assert.Equal(TimeSpan.FromDays(7), policy.PhoneFreshness);
        Assert.Empty(RecoveryPolicyValidator.Faults(policy));
    }

    [Fact]
    public void The_defaults_of_a_policy_in_a_file_are_the_same()
    {
        var configured = new RecoveryPolicy().ToPolicy();
        var written = new AccountPolicy { Name = configured.Name };
        Assert.All(PolicySettings.All, setting => Assert.Equal(setting.Show(configured), setting.Show(written)));
    }

    [Theory]
    [InlineData(0, "Policy:MethodsRequiredToUnlock is 0")]
    [InlineData(3, "Policy:MethodsRequiredToUnlock is 3")]
    public void A_number_of_methods_to_unlock_out_of_range_is_a_fault(int required, string fault) => Assert.Contains(
        RecoveryPolicyValidator.Faults(new RecoveryPolicy { MethodsRequiredToUnlock = required }), found => found.StartsWith(fault, StringComparison.Ordinal));

    [Fact]
    public void What_cannot_be_set_is_a_fault_with_the_value_found()
    {
        var policy = new RecoveryPolicy
        {
            MethodsRequiredToReset = 1,
            MethodsRequiredToUnlock = 2,
            MethodsToRegister = 1,
            ColleaguesNamed = 3,
            ColleaguesRequired = 4,
            Operations = [Operation.Register],
            NotifyAdministratorsAt = "the boss",
            Licence = (LicenceTier)7,
            RegisterByDirectory = (DirectoryTrust)7,
        };
        Assert.Equal(
            [
                "Policy:MethodsToRegister is 1; it must be at least Policy:MethodsRequiredToUnlock (2).",
                "Policy:ColleaguesRequired is 4; it must be from 2 to Policy:ColleaguesNamed (3).",
                "Policy:Operations names Register, which is part of everything.",
                "Policy:NotifyAdministratorsAt is 'the boss'; it must be an e-mail address.",
                "Policy:RegisterByDirectory is 7; it must be None, Protected or All.",
                "Policy:Licence is 7; it must be Free, Basic or Premium.",
            ],
            RecoveryPolicyValidator.Faults(policy));
    }

    [Theory]
    [InlineData(1, 2, "Policy:ColleaguesNamed is 1; it must be from 2 to 10.")]
    [InlineData(11, 2, "Policy:ColleaguesNamed is 11; it must be from 2 to 10.")]
    [InlineData(5, 1, "Policy:ColleaguesRequired is 1; it must be from 2 to Policy:ColleaguesNamed (5).")]
    public void A_number_of_colleagues_out_of_range_is_a_fault(int named, int required, string fault) => Assert.Contains(
        fault, RecoveryPolicyValidator.Faults(new RecoveryPolicy { ColleaguesNamed = named, ColleaguesRequired = required }));

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
    [InlineData("names 1 methods that count apart", MethodKind.Sms, MethodKind.VoiceMobile)]
    [InlineData("names only SecurityQuestions; it counts beside another method only", MethodKind.SecurityQuestions)]
    public void Methods_that_cannot_do_are_a_fault(string fault, params MethodKind[] allowed) => Assert.Contains(
        RecoveryPolicyValidator.Faults(new RecoveryPolicy { MethodsAllowed = [.. allowed] }), found => found.Contains(fault, StringComparison.Ordinal));

    [Fact]
    public void Times_out_of_range_are_faults()
    {
        var policy = new RecoveryPolicy { QuestionLifetime = TimeSpan.FromMinutes(1), Freshness = TimeSpan.FromDays(61), PhoneFreshness = -TimeSpan.FromDays(1) };
        Assert.Equal(3, RecoveryPolicyValidator.Faults(policy).Count());
    }
}
