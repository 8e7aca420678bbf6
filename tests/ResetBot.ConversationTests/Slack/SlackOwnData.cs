using System.Text.Json;
using Microsoft.Data.Sqlite;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Slack;

/// <summary>What Slack said of a person is theirs: they get it, and it is forgotten when they want that.</summary>
public sealed class SlackOwnData(SlackFixture fixture) : IClassFixture<SlackFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task It_is_in_their_file()
    {
        var chat = _host.SlackChat(_host.Somebody());
        using var password = await PageDriver.OpenAsync(await chat.Says("export my data").Sees("First show that it is you"));
        await password.SubmitAsync(("oldPassword", chat.Person.Password));
        using var page = await PageDriver.OpenAsync(await chat.Sees("Your data", "Number: "));
        await page.SubmitAsync();
        var said = JsonDocument.Parse(page.Html).RootElement.GetProperty("channels")[0];
        Assert.Equal("slack", said.GetProperty("channel").GetString());
        Assert.EndsWith(chat.User.Id, said.GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Equal(chat.User.Direct, said.GetProperty("conversation").GetString());
        Assert.Equal(chat.User.TimeZone, said.GetProperty("timeZone").GetString());
    }

    [Fact]
    public async Task It_is_erased_and_asked_for_anew_when_they_come_back()
    {
        var chat = _host.SlackChat(_host.Somebody());
        using var password = await PageDriver.OpenAsync(await chat.Says("erase my data").Sees("First show that it is you"));
        await password.SubmitAsync(("oldPassword", chat.Person.Password));
        await chat.Sees("1.");
        Assert.Equal(1, Kept(chat.User.Id));
        await chat.Says("erase everything").Sees("Your data is erased");
        await _host.KeepUpAsync();
        Assert.Equal(0, Kept(chat.User.Id));
        await chat.Says("status").Sees(chat.Person.UserName);
        Assert.Equal(1, Kept(chat.User.Id));
    }

    // How much is kept of what Slack said of somebody.
    private long Kept(string user)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(_host.DataDirectory, "resetbot.db")};Pooling=False;Mode=ReadOnly");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM slack_person WHERE key LIKE '%/' || $user";
        command.Parameters.AddWithValue("$user", user);
        return (long)command.ExecuteScalar()!;
    }
}
