using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Challenges;
using ResetBot.Recovery.Methods;
using Xunit;
using static ResetBot.Tests.Recovery.Policy.PolicyScene;

namespace ResetBot.Tests.Recovery.Methods;

public sealed class DirectoryMethodsTests
{
    private static readonly Account Anna = Person() with
    {
        MobilePhone = new DirectoryContact("070-174 06 05", OwnerMayChange: false),
        OtherMails = [new DirectoryContact("anna@own.example"), new DirectoryContact("no address", OwnerMayChange: false), new DirectoryContact("anna@set.example", OwnerMayChange: false)],
    };

    private readonly DirectoryMethods _methods = new(new ChallengeOptions { PhoneRegion = "SE" });

    [Theory]
    [InlineData(DirectoryTrust.None)]
    [InlineData(DirectoryTrust.Protected, "anna@set.example", "+46701740605")]
    [InlineData(DirectoryTrust.All, "anna@own.example", "anna@set.example", "+46701740605")]
    public void What_is_trusted_is_read_as_people_type_it(DirectoryTrust trust, params string[] destinations) =>
        Assert.Equal(destinations, _methods.Unconfirmed(Anna, trust).Select(method => method.Destination));

    [Fact]
    public void What_a_directory_does_not_tell_is_taken_for_its_owners_to_change() =>
        Assert.Empty(_methods.Unconfirmed(Person() with { MobilePhone = new DirectoryContact("+46701740605") }, DirectoryTrust.Protected));

    [Fact]
    public void None_of_them_may_stand_in_a_policy_or_be_registered()
    {
        Assert.DoesNotContain(MethodKind.DirectoryEmail, FactorTable.Published.InPolicies);
        Assert.DoesNotContain(MethodKind.DirectoryMobile, FactorTable.Published.InPolicies);
        Assert.DoesNotContain(MethodKind.VoiceOffice, FactorTable.Published.Registrable);
    }
}
