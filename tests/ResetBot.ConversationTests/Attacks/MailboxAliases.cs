using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>Somebody names the account's own mailbox in other words, so that it would prove a reset of its own password.</summary>
public sealed class MailboxAliases : IAsyncLifetime
{
    private EditedDirectory _directory = null!;
    private ChatHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await ChatHost.StartAsync(new ChatHostSettings { Directory = directory => _directory = new EditedDirectory(directory) });
        _directory.Edit = account => account with { Mail = "office.of.alex@mailer.example", MailboxAliases = ["a.wilber@old-company.example"] };
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Theory]
    [InlineData("office.of.alex@mailer.example")]
    [InlineData("Office.Of.Alex+reset@Mailer.example")]
    [InlineData("a.wilber@old-company.example")]
    [InlineData("A.WILBER+1@old-company.example")]
    [InlineData("alex+private@contoso.example")]
    [InlineData("anything@sub.contoso.example")]
    public async Task It_is_refused_as_another_address(string address)
    {
        var chat = _host.Chat(Person.Alex);
        await chat.BeginsToRegisterAsync();
        await chat.Says("email").Sees("Which").Says(address).Sees("your work mailbox cannot prove");
        Assert.DoesNotContain(await _host.Outbox.AllAsync(), sent => OutboxReader.CodeIn(sent.Text) is not null);
    }

    [Fact]
    public async Task An_address_that_became_an_alias_later_counts_no_more()
    {
        var person = _host.Somebody();
        _directory.Edit = account => account with { MailboxAliases = [person.Email] };
        await _host.Chat(person).Says("reset").Sees("A reset needs 2 methods that count, and you have 1", "your work mailbox cannot prove");
    }

    [Fact]
    public async Task Another_mailbox_of_the_same_provider_is_taken()
    {
        var chat = _host.Chat(Person.Alex);
        await chat.BeginsToRegisterAsync();
        await chat.AddsEmailAsync(_host.Outbox, "alex.at.home@mailer.example");
    }
}
