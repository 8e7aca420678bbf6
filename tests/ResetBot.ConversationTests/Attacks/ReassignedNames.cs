using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>Somebody gets the name of one who has left, and with it nothing of what that one registered.</summary>
public sealed class ReassignedNames : IAsyncLifetime
{
    private EditedDirectory _directory = null!;
    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() =>
        _host = await ChatHost.StartAsync(new ChatHostSettings { Directory = directory => _directory = new EditedDirectory(directory) });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Registrations_stay_with_the_account_that_made_them()
    {
        var (left, heir) = (_host.Somebody(), Person.Megan);
        Reassign(left, heir);
        var chat = _host.Chat(heir);
        await chat.Says("status").Sees(left.UserName, "0 of yours count now");
        Assert.DoesNotContain("private.example", chat.Seen.Text, StringComparison.Ordinal);
        await chat.Says("reset").Sees("A reset needs 2 methods that count, and you have 0");
    }

    [Fact]
    public async Task On_the_web_page_no_code_goes_to_whoever_had_the_name_before()
    {
        var (left, heir) = (_host.Somebody(), _host.Somebody());
        Reassign(left, heir);
        using var web = _host.Browser();
        await web.NamesAsync(left.UserName);
        await web.TapsAsync("E-mail");
        Assert.Empty(await _host.Outbox.ToAsync(left.Email));
        Assert.Single(await _host.Outbox.ToAsync(heir.Email));
    }

    [Fact]
    public async Task Whoever_had_the_name_before_has_no_way_to_what_its_heir_registers()
    {
        var (left, heir) = (_host.Somebody(), Person.Megan);
        Reassign(left, heir);
        var chat = _host.Chat(heir);
        await chat.Says("register").Sees("First show that it is you").Says("other method").Sees("Type the code", "Text message to +46 *** 06");
        Assert.Empty(await _host.Outbox.ToAsync(left.Mobile));
        Assert.Single(await _host.Outbox.ToAsync("+46701740606"));
    }

    // The one who left keeps an account under another name, as directories keep them for a while.
    private void Reassign(Person left, Person heir)
    {
        _directory.Edit = account => account.Id.Value == heir.ObjectId ? account with { UserName = left.UserName, Mail = left.UserName }
            : account.Id.Value == left.ObjectId ? account with { UserName = "left." + left.UserName, Mail = null }
            : account;
        _directory.Reassign = name => name.Equals(left.UserName, StringComparison.OrdinalIgnoreCase) ? heir.UserName : name;
    }
}
