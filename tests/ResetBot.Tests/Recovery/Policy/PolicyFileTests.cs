using FsCheck;
using FsCheck.Fluent;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Policy;
using ResetBot.Tests.Directories.Demo;
using Xunit;
using static ResetBot.Tests.Recovery.Policy.PolicyScene;

namespace ResetBot.Tests.Recovery.Policy;

/// <summary>Policies as YAML: what is written is read as the same, and what is wrong is told with its line.</summary>
public sealed class PolicyFileTests : IDisposable
{
    private static readonly Gen<string> Words = Gen.Elements(
        "Sales", "Sales: Nordics", "# not a comment", "- dash", "true", "null", "~", "123", "it's \"so\"", "Åre & Öberg", "everyone", "{a}", "a, b", "0x1F", "!tag", "*star", "漢字");

    private static readonly Gen<AccountPolicy> AnyPolicy =
        from name in Words
        from groups in Gen.SubListOf("Sales", "everyone", "yes", "Group: of #1", "Åre", "{x}", "[y]", "12")
        from methods in Gen.SubListOf(FactorTable.Published.InPolicies.AsEnumerable()).Where(list => list.Count > 0)
        from operations in Gen.SubListOf(RecoveryPolicy.EveryOperation.AsEnumerable()).Where(list => list.Count > 0)
        from numbers in Gen.Choose(1, 2).ListOf(3)
        from minutes in Gen.Choose(0, 60 * 24 * 60).ListOf(2)
        from days in Gen.Choose(0, 730)
        from flags in Gen.Elements(true, false).ListOf(2)
        from link in Gen.Elements(null, "help@contoso.example", "https://help.contoso.example/a?b=c#d")
        from tier in Gen.Elements(Enum.GetValues<LicenceTier>())
        select new AccountPolicy
        {
            Name = name,
            Groups = groups.Count == 0 ? null : [.. groups],
            Enabled = flags[0],
            NotifyPerson = flags[1],
            Operations = [.. operations],
            MethodsAllowed = [.. methods],
            MethodsRequiredToReset = numbers[0],
            MethodsRequiredToUnlock = numbers[1],
            MethodsToRegister = numbers[2],
            ColleaguesNamed = numbers[0] + 4,
            ColleaguesRequired = numbers[1] + 1,
            Freshness = TimeSpan.FromMinutes(minutes[0]),
            PhoneFreshness = TimeSpan.FromMinutes(minutes[1]),
            Reconfirm = TimeSpan.FromDays(days),
            HelpDesk = link,
            NotifyAdministratorsAt = link?.Contains('@', StringComparison.Ordinal) == true ? link : null,
            Licence = tier,
        };

    private readonly DemoHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public void What_is_written_is_read_as_the_same() => Prop.ForAll(AnyPolicy.ListOf().ToArbitrary(), policies =>
    {
        var written = PolicyFileWriter.Write(Set([.. policies]));
        var reading = ReadAsync(written).Result;
        return reading.Findings.All(finding => !finding.IsFault || finding.Policy is not null)
            && reading.Policies.Count == policies.Count
            && PolicyFileWriter.Write(Set([.. reading.Policies])) == written
            && reading.Policies.Zip(policies).All(pair => PolicySettings.All.All(setting => Same(setting.Show(pair.First), setting.Show(pair.Second))));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public async Task What_is_left_out_has_the_default()
    {
        var reading = await ReadAsync("policies:\n  - name: All\n");
        Assert.True(reading.IsSound);
        Assert.Null(reading.MadeFrom);
        Assert.All(PolicySettings.All, setting => Assert.Equal(setting.Show(For("All")), setting.Show(reading.Policies.Single())));
    }

    [Fact]
    public async Task Every_fault_is_told_at_once_with_its_line_and_the_value_found()
    {
        var reading = await ReadAsync("""
            version: latest
            owner: me
            policies:
              - name: First
                groups: []
                enabled: maybe
                operations: [reset, fly, reset]
                methodsRequiredToReset: 3
                methodsAllowed: email
                methodsToRegister: -1
              - groups: Sales
                freshness: 61d
                phoneFreshness: soon
                licence: Gold
                helpDesk: javascript:alert(1)
                notifyAdministratorsAt: Boss <boss@contoso.example>
                colour: blue
                name: [a]
              - just a word
              - name: Second
                methodsToRegister: 1
              - name: second
                methodsAllowed: [authenticator]
              - name: Third
                colleaguesNamed: 11
                colleaguesRequired: 1
              - name: Fourth
                colleaguesNamed: 3
                colleaguesRequired: 4
            """);
        Assert.Equal(
            [
                "line 1: version is 'latest'; it must be the number of the version that this file was made from, or be left out",
                "line 2: 'owner' is not known; there are version and policies",
                "line 5: groups is empty; it must be everyone, or a list of different names of directory groups",
                "line 6: enabled is 'maybe'; it must be yes or no",
                "line 7: operations has 'fly'; it must be a list of any of change, reset or unlock, each once",
                "line 7: operations has 'reset'; it must be a list of any of change, reset or unlock, each once",
                "line 8: methodsRequiredToReset is '3'; it must be 1 or 2",
                "line 9: methodsAllowed has 'email'; it must be a list of any of email, sms, voiceMobile, voiceOffice, authenticator, pushApproval, passkey, recoveryCodes, passcode, managerApproval, colleagueVouching or securityQuestions, each once",
                "line 10: methodsToRegister is '-1'; it must be from 1 to 9",
                "line 11: groups has 'Sales'; it must be everyone, or a list of different names of directory groups",
                "line 12: freshness is '61d'; it must be from 0 to 60 days, as in 7d, 24h or 90m",
                "line 13: phoneFreshness is 'soon'; it must be from 0 to 60 days, as in 7d, 24h or 90m",
                "line 14: licence is 'Gold'; it must be free, basic or premium",
                "line 15: helpDesk is 'javascript:alert(1)'; it must be none, an e-mail address or an https address",
                "line 16: notifyAdministratorsAt is 'Boss <boss@contoso.example>'; it must be none or an e-mail address",
                "line 17: 'colour' is not known; there are " + string.Join(", ", PolicySettings.All.Select(setting => setting.Name)),
                "line 18: name is 'a list'; it must be 1 to 60 characters",
                "line 19: a policy is 'just a word'; it must be a list of settings",
                "line 21: methodsToRegister is 1; it must be at least 2, as many as are required",
                "line 22: name is 'second'; another policy is called so already",
                "line 23: methodsAllowed has 1 methods that count apart; methodsToRegister asks for 2",
                "line 23: methodsAllowed has only authenticator; it must not be the only method",
                "line 25: colleaguesNamed is '11'; it must be from 2 to 10",
                "line 26: colleaguesRequired is '1'; it must be from 2 to 10",
                "line 29: colleaguesRequired is 4; it must be at most 3, as many as may be named",
            ],
            reading.Findings.Where(finding => finding.IsFault).Select(finding => finding.ToString()));
    }

    [Theory]
    [InlineData("", "line 1: the file must hold one document")]
    [InlineData("- a", "line 1: the file must hold one document")]
    [InlineData("policies: []\n---\npolicies: []", "line 1: the file must hold one document")]
    [InlineData("version: 1", "line 1: policies is missing")]
    [InlineData("policies: all", "line 1: policies is 'all'; it must be a list")]
    [InlineData("policies:\n  - name: a\n    name: b", "line 3: this is not YAML: Duplicate key name")]
    [InlineData("policies:\n  - name: a\n    enabled: yes\n    enabled: no", "line 4: this is not YAML: Duplicate key enabled")]
    [InlineData("policies: [", "this is not YAML")]
    [InlineData("policies:\n\t- name: a", "this is not YAML")]
    [InlineData("policies: &a []", "line 1: anchors")]
    [InlineData("policies: &a\n  - name: b\n    groups: *a", "line 1: anchors")]
    [InlineData("policies: !!python/object []", "line 1: anchors")]
    [InlineData("policies:\n  - name: \"a\\u0007b\"", "line 2: name is 'a b'")]
    [InlineData("policies:\n  - name: ", "line 2: name is ''")]
    [InlineData("policies:\n  - name: a\n    enabled: Yes", "line 3: enabled is 'Yes'")]
    [InlineData("Policies: []", "line 1: 'Policies' is not known")]
    public async Task What_is_no_file_of_policies_is_refused(string text, string fault)
    {
        var reading = await ReadAsync(text);
        Assert.False(reading.IsSound);
        Assert.Contains(fault, reading.Findings[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_made_to_use_up_the_reader_is_refused_before_anything_is_built_of_it()
    {
        foreach (var text in (string[])[new('[', 200_000), string.Concat(Enumerable.Repeat("{a: ", 60_000)), new('x', PolicyFileReader.Longest + 1)])
        {
            Assert.False((await ReadAsync(text)).IsSound);
        }
    }

    [Fact]
    public async Task What_its_author_should_know_is_a_warning_and_no_fault()
    {
        var reading = await ReadAsync("""
            policies:
              - name: Sales
                groups: [Sales, Salez]
                methodsRequiredToReset: 1
                methodsRequiredToUnlock: 2
              - name: Sales again
                groups: [sales]
                methodsRequiredToUnlock: 2
              - name: All
                methodsAllowed: [email]
                methodsRequiredToReset: 1
                methodsToRegister: 1
                licence: free
              - name: IT
                groups: [IT]
                methodsRequiredToUnlock: 2
            """);
        Assert.True(reading.IsSound);
        Assert.Equal(
            [
                "line 3: warning: groups has 'Salez'; the directory knows no such group",
                "line 4: warning: methodsRequiredToReset is 1: the administrators' floor of 2 methods holds all the same",
                "line 7: warning: 'Sales again' is never reached: policies before it are for all of its groups",
                "line 9: warning: methodsRequiredToUnlock is 1: the administrators' floor of 2 methods holds all the same",
                "line 10: warning: methodsAllowed is too little for administrators, who can recover nothing under it: the administrators' floor of 2 methods holds all the same",
                "line 11: warning: methodsRequiredToReset is 1: the administrators' floor of 2 methods holds all the same",
                "line 13: warning: licence is free: only administrators with cloud-only accounts can do anything under it (SSPR_0012)",
                "line 15: warning: 'IT' is never reached: 'All' before it is for everyone",
            ],
            reading.Findings.Select(finding => finding.ToString()));
        Assert.Contains("nobody can recover", (await ReadAsync("policies: []")).Findings.Single().ToString(), StringComparison.Ordinal);
    }

    private static bool Same(IReadOnlyList<string>? left, IReadOnlyList<string>? right) => left is null ? right is null : right is not null && left.SequenceEqual(right);

    private Task<PolicyReading> ReadAsync(string text) =>
        PolicyFileReader.ReadAsync(text, new PolicyCheck(FactorTable.Published, _house.Directory), CancellationToken.None);
}
