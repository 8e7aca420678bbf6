using System.Text.RegularExpressions;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>Somebody on the web page learns nothing of policies, groups, roles and licences by naming accounts.</summary>
public sealed partial class PoliciesOfStrangers : IAsyncLifetime
{
    private const string Policies = """
          - name: Off
            groups: [Finance]
            enabled: no
            helpDesk: finance@contoso.example
          - name: Little
            groups: [Engineering]
            methodsAllowed: [email]
            methodsRequiredToReset: 1
            methodsToRegister: 1
          - name: Basic
            groups: [Human Resources]
            licence: basic
          - name: No resets
            groups: [Sales]
            operations: [change]
          - name: Others
            groups: [Employees]
        """;

    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ChatHost.StartAsync(new ChatHostSettings { Arguments = ["Limits:CasesPerAddressPerHour=1000"] });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Every_name_is_answered_alike_whatever_the_policies_say_of_it()
    {
        await _host.FollowsAsync(Policies);
        var nobody = await ToTheEndAsync("nobody@contoso.example");
        Assert.Contains("step 1 of 2", nobody, StringComparison.Ordinal);
        foreach (var person in (Person[])[Person.Joni, Person.Lee, Person.Diego, Person.Isaiah, Person.Henrietta, Person.Alex])
        {
            Assert.Equal(nobody, await ToTheEndAsync(person.UserName));
        }

        Assert.DoesNotContain("finance@contoso.example", nobody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_no_policy_lets_in_gets_no_code_and_the_audit_trail_says_why()
    {
        await _host.EveryoneFollowsAsync("enabled: no");
        await _host.FollowsAsync("  - name: Off\n    groups: [Employees]\n    enabled: no\n  - name: Others\n");
        var person = _host.Somebody();
        using var web = _host.Browser();
        await web.NamesAsync(person.UserName);
        await web.TapsAsync("E-mail");
        Assert.Contains("Type the code", web.Latest, StringComparison.Ordinal);
        Assert.Empty(await _host.Outbox.AllAsync());
        Assert.Contains("SwitchedOff", string.Concat(_host.Audit(person)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_that_was_a_decoy_stays_one_when_the_policy_comes_to_allow_it()
    {
        await _host.FollowsAsync("  - name: Off\n    groups: [Employees]\n    enabled: no\n  - name: Others\n");
        var person = _host.Somebody();
        using var web = _host.Browser();
        await web.NamesAsync(person.UserName);
        await _host.EveryoneFollowsAsync("enabled: yes");
        await web.TapsAsync("E-mail");
        Assert.Empty(await _host.Outbox.AllAsync());
    }

    [Fact]
    public async Task Who_takes_such_a_case_to_Teams_reads_there_why_it_leads_nowhere()
    {
        await _host.FollowsAsync("  - name: Off\n    groups: [Employees]\n    enabled: no\n  - name: Others\n");
        var person = _host.Somebody();
        using var web = _host.Browser();
        await web.NamesAsync(person.UserName);
        await _host.Chat(person).Says("continue").Sees("Continue").Says(web.MoveNumber).Sees("switched off for your account", "SSPR_0009");
    }

    private async Task<string> ToTheEndAsync(string name)
    {
        var seen = new System.Text.StringBuilder();
        using var web = _host.Browser();
        await web.NamesAsync(name);
        foreach (var text in (string[])["sms", "111111", "email", "222222", "authenticator", "333333", "other method", "lost my phone", "email", "444444"])
        {
            seen.AppendLine(web.Text);
            await web.SaysAsync(text);
        }

        return Number().Replace(seen.AppendLine(web.Text).ToString(), "*").Replace(name, "NAME", StringComparison.Ordinal);
    }

    [GeneratedRegex("(?<=type the number )\\d{4}")]
    private static partial Regex Number();
}
