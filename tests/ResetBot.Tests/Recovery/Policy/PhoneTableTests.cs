using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Policy;
using Xunit;
using static ResetBot.Tests.Recovery.Policy.PolicyScene;
using Words = ResetBot.Dialogs.Common.Methods;

namespace ResetBot.Tests.Recovery.Policy;

/// <summary>For how many the phones of a person count, where all of them are allowed; the same stands in docs/policy.md.</summary>
public sealed class PhoneTableTests : IAsyncDisposable
{
    private static readonly MethodKind[][] Mobiles = [[], [MethodKind.Sms], [MethodKind.VoiceMobile], [MethodKind.Sms, MethodKind.VoiceMobile]];
    private static readonly (string Words, Account Account)[] Offices =
    [
        ("", Person()),
        ("one of its own", PersonWithPhone()),
        ("rings through the account", PersonWithPhone() with { OfficePhoneRingsInAccount = true }),
        ("could be changed by its owner", PersonWithPhone() with { OfficePhone = new DirectoryContact(OfficePhone) }),
        ("the same as the mobile", PersonWithPhone() with { OfficePhone = new DirectoryContact(PolicyDesks.Mobile, OwnerMayChange: false) }),
    ];

    private readonly PolicyDesks _desks = new();

    public ValueTask DisposeAsync() => _desks.DisposeAsync();

    [Fact]
    public void A_number_counts_once_and_an_office_phone_only_if_it_is_nobodys_to_change_and_rings_elsewhere()
    {
        List<string[]> rows = [];
        foreach (var mobiles in Mobiles)
        {
            foreach (var office in Offices)
            {
                var judge = _desks.Desks.Judge;
                var methods = judge.Judge(_desks.Registered(null, mobiles), office.Account, RecoveryPolicy.EveryMethod, [], 2, _desks.Now);
                var isGood = office.Words == "one of its own" || (office.Words == "the same as the mobile" && mobiles.Length == 0);
                Assert.Equal((mobiles.Length > 0 ? 1 : 0) + (isGood ? 1 : 0), judge.Counting(methods));
                rows.Add(
                [
                    mobiles.Length == 0 ? "nothing" : string.Join(", ", mobiles.Select(kind => kind == MethodKind.Sms ? "text message" : "call")),
                    office.Words.Length == 0 ? "none" : office.Words,
                    $"{judge.Counting(methods)}",
                    string.Join(' ', judge.Apart(methods).Select(method => Words.Explain(_desks.Turn(), method.Method, method.Standing)).Where(why => why.Length > 0)),
                ]);
            }
        }

        PolicyPage.Has("phones", ["registered for the mobile", "office phone in the directory", "count", "what is said"], rows);
    }

    [Fact]
    public void An_office_phone_is_not_spoken_of_where_no_policy_allows_it() => Assert.Empty(
        _desks.Desks.Judge.Judge(_desks.Registered(null), PersonWithPhone(), RecoveryPolicy.DefaultMethods, [], 2, _desks.Now));

    [Fact]
    public void A_number_that_cannot_be_called_is_no_method() => Assert.Empty(_desks.Desks.Judge.Judge(
        _desks.Registered(null), PersonWithPhone() with { OfficePhone = new DirectoryContact("reception", OwnerMayChange: false) }, RecoveryPolicy.EveryMethod, [], 2, _desks.Now));

    [Fact]
    public void A_directory_that_does_not_tell_gives_no_method_that_counts()
    {
        var account = Person() with { OfficePhone = new DirectoryContact(OfficePhone) };
        Assert.True(account.OfficePhoneRingsInAccount);
        Assert.True(account.OfficePhone.OwnerMayChange);
        Assert.Equal(0, _desks.Desks.Judge.Counting(_desks.Desks.Judge.Judge(_desks.Registered(null), account, RecoveryPolicy.EveryMethod, [], 2, _desks.Now)));
    }
}
