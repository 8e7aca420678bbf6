using System.Text.Json;
using ResetBot.Recovery.Audit;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Policy;
using ResetBot.Tests.Storage;
using Xunit;
using static ResetBot.Tests.Recovery.Policy.PolicyScene;

namespace ResetBot.Tests.Recovery.Policy;

/// <summary>Policies are saved as versions, and one of two who save at once is told.</summary>
public sealed class PolicyDeskTests : IAsyncDisposable
{
    private readonly StoreScene _store = new();

    public ValueTask DisposeAsync() => _store.DisposeAsync();

    [Fact]
    public async Task What_the_configuration_says_is_version_0_until_something_was_saved()
    {
        var (desk, book) = Open(new RecoveryPolicy { MethodsRequiredToReset = 1 });
        await desk.LoadAsync(default);
        Assert.Equal(0, book.InForce.Version);
        Assert.Equal(1, book.InForce.Policies.Single().MethodsRequiredToReset);
        Assert.Empty(await desk.HistoryAsync(10, default));
    }

    [Fact]
    public async Task Each_version_is_kept_with_who_when_and_why_and_the_last_is_in_force_after_a_restart_too()
    {
        var (desk, book) = Open();
        await desk.PutAsync([For("first", "Sales") with { HelpDesk = "help@contoso.example" }], 0, "console/anna", "to begin with", default);
        _store.Clock.Advance(TimeSpan.FromHours(1));
        await desk.PutAsync([For("second")], 1, "console/bo", "for everyone", default);
        Assert.Equal(2, book.InForce.Version);
        await _store.ReopenAsync();
        (desk, book) = Open();
        Assert.Equal(0, book.InForce.Version);
        await desk.LoadAsync(default);
        Assert.Equal("second", book.InForce.Policies.Single().Name);
        var history = await desk.HistoryAsync(10, default);
        Assert.Equal([(2, "console/bo", "for everyone"), (1, "console/anna", "to begin with")], history.Select(version => (version.Number, version.By, version.Why)));
        Assert.Equal(TimeSpan.FromHours(1), history[0].SavedAt - history[1].SavedAt);
        var first = (await desk.FindAsync(1, default))!.Policies.Single();
        Assert.All(PolicySettings.All, setting => Assert.Equal(setting.Show(For("first", "Sales") with { HelpDesk = "help@contoso.example" }), setting.Show(first)));
        Assert.Equal([2], (await desk.HistoryAsync(1, default)).Select(version => version.Number));
    }

    [Fact]
    public async Task Of_many_who_save_at_once_one_wins_and_the_others_are_told_who_did()
    {
        var (desk, book) = Open();
        var changes = await Task.WhenAll(Enumerable.Range(0, 16).Select(number =>
            Task.Run(() => desk.PutAsync([For($"of {number}")], 0, $"console/{number}", "at once", default))));
        var saved = Assert.Single(changes.OfType<PolicyChange.Saved>()).Version;
        Assert.All(changes.OfType<PolicyChange.Overtaken>(), overtaken => Assert.Equal(saved.By, overtaken.InForce?.By));
        Assert.Equal(15, changes.OfType<PolicyChange.Overtaken>().Count());
        Assert.Equal(saved.Policies.Single().Name, book.InForce.Policies.Single().Name);
        Assert.Single(_store.Get<IAuditTrail>().ReadAll());
    }

    [Fact]
    public async Task What_was_made_from_another_version_changes_nothing()
    {
        var (desk, book) = Open();
        Assert.Null(Assert.IsType<PolicyChange.Overtaken>(await desk.PutAsync([For("a")], 3, "console/anna", "why", default)).InForce);
        await desk.PutAsync([For("a")], 0, "console/anna", "why", default);
        Assert.Equal(1, Assert.IsType<PolicyChange.Overtaken>(await desk.PutAsync([For("b")], 0, "console/bo", "why", default)).InForce?.Number);
        Assert.Equal("a", book.InForce.Policies.Single().Name);
    }

    [Fact]
    public async Task A_new_version_is_in_the_audit_trail()
    {
        var (desk, _) = Open();
        await desk.PutAsync([For("Sales", "Sales"), For("All")], 0, "console/anna", "new rules", default);
        using var entry = JsonDocument.Parse(_store.Get<IAuditTrail>().ReadAll().Single().Body);
        Assert.Equal("PolicyChanged", entry.RootElement.GetProperty("event").GetString());
        Assert.Equal("console/anna", entry.RootElement.GetProperty("actor").GetString());
        Assert.Equal("1", entry.RootElement.GetProperty("detail.version").GetString());
        Assert.Equal("new rules", entry.RootElement.GetProperty("detail.why").GetString());
        Assert.Equal("Sales, All", entry.RootElement.GetProperty("detail.policies").GetString());
    }

    [Fact]
    public void An_older_version_never_takes_the_place_of_a_newer_one()
    {
        var book = new PolicyBook(new RecoveryPolicy(), FactorTable.Published);
        book.Take(Version(2, "new"));
        book.Take(Version(1, "old"));
        Assert.Equal("new", book.InForce.Policies.Single().Name);
    }

    private static PolicyVersion Version(int number, string name) =>
        new() { Number = number, SavedAt = DateTimeOffset.UnixEpoch, By = "console/anna", Why = "why", Policies = [For(name)] };

    private (PolicyDesk Desk, PolicyBook Book) Open(RecoveryPolicy? configured = null)
    {
        var book = new PolicyBook(configured ?? new RecoveryPolicy(), FactorTable.Published);
        return (new PolicyDesk(_store.Units, book), book);
    }
}
