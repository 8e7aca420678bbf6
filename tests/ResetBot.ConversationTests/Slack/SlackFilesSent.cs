using System.Net;
using System.Text.Json;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;
using Xunit;

namespace ResetBot.ConversationTests.Slack;

/// <summary>Where the configuration lets it, people have what is kept of them put into their chat: when they say so, encrypted until it is there, and nowhere else.</summary>
public sealed class SlackFilesSent : IAsyncLifetime
{
    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() =>
        _host = await ChatHost.StartAsync(new ChatHostSettings { InSlack = true, Arguments = ["Slack:SendsFiles=true"] });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task The_file_comes_into_the_chat_of_who_wants_it_there()
    {
        var chat = _host.SlackChat(_host.Somebody());
        using var page = await OfferAsync(chat);
        Assert.Contains("whoever administers the chat can read it", page.Text, StringComparison.Ordinal);

        await page.SubmitAsync(("chat", "1"));

        Assert.Equal("On its way to your chat", page.Title);
        await chat.Sees("That is all that is kept about you");
        await _host.QuietAsync();
        var file = Assert.Single(_host.Slack!.Uploads.Shared);
        Assert.Equal((chat.User.Direct, "resetbot-my-data.json", "Your data"), (file.Channel, file.Name, file.Title));
        Assert.Contains("whoever administers it can read it", file.Comment, StringComparison.Ordinal);
        Assert.Equal(chat.Person.UserName, JsonDocument.Parse(file.Content).RootElement.GetProperty("recovery").GetProperty("userName").GetString());
        Assert.Null(Assert.Single(Calls(SlackUploads.Method)).Token);
        Assert.Equal(1, _host.Count(chat.Person, "DataExported"));
        Assert.Contains(StoredRows.Of(_host.DataDirectory, "audit"), row => row.Contains("DataExported", StringComparison.Ordinal) && row.Contains("\"detail.to\":\"chat\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_downloads_it_has_it_in_no_chat()
    {
        var chat = _host.SlackChat(_host.Somebody());
        using var page = await OfferAsync(chat);
        await page.SubmitAsync(("fetch", "1"));
        Assert.Equal("slack", JsonDocument.Parse(page.Html).RootElement.GetProperty("channels")[0].GetProperty("channel").GetString());
        await chat.Sees("That is all that is kept about you");
        Assert.Empty(_host.Slack!.Uploads.Shared);
    }

    [Fact]
    public async Task It_is_sent_once_whatever_is_tried_with_the_page()
    {
        var chat = _host.SlackChat(_host.Somebody());
        using var page = await OfferAsync(chat);
        using var again = new PageDriver(page.Address, page.Cookies);
        await again.LookAsync();
        await Task.WhenAll(page.SubmitAsync(("chat", "1")), again.SubmitAsync(("chat", "1")));
        await chat.Sees("That is all that is kept about you");
        await _host.QuietAsync();
        Assert.Single(_host.Slack!.Uploads.Shared);
        Assert.Equal(1, _host.Count(chat.Person, "DataExported"));
    }

    [Fact]
    public async Task While_Slack_takes_nothing_it_waits_and_nothing_of_it_can_be_read()
    {
        var chat = _host.SlackChat(_host.Somebody());
        using var page = await OfferAsync(chat);
        _host.Slack!.Script("files.getUploadURLExternal", "500");
        _host.Slack.Uploads.Script.Enqueue(503);
        _host.Slack.Script("files.completeUploadExternal", "429");
        await page.SubmitAsync(("chat", "1"));
        await _host.LogsAsync("slack-file");
        Assert.DoesNotContain("consecutiveFailures", _host.StoredBytes() + string.Join('\n', _host.Log), StringComparison.Ordinal);
        for (var attempt = 0; attempt < 4; attempt++)
        {
            _host.Clock.Advance(TimeSpan.FromSeconds(30));
            await _host.QuietAsync();
        }

        Assert.Single(_host.Slack.Uploads.Shared);
        await chat.SeesEver("That is all that is kept about you");
    }

    [Fact]
    public async Task What_waited_when_the_service_ended_is_sent_afterwards()
    {
        var chat = _host.SlackChat(_host.Somebody());
        using var page = await OfferAsync(chat);
        _host.Slack!.Script("files.getUploadURLExternal", "500");
        await page.SubmitAsync(("chat", "1"));
        await _host.LogsAsync("slack-file");
        await _host.RestartAsync();
        _host.Clock.Advance(TimeSpan.FromSeconds(30));
        await _host.QuietAsync();
        Assert.Single(_host.Slack.Uploads.Shared);
    }

    [Fact]
    public async Task While_files_are_not_let_through_answers_are()
    {
        var chat = _host.SlackChat(_host.Somebody());
        await BeginsWhileSlackIsAwayAsync(chat);
        await chat.Says("help").Sees("not me");
        Assert.Empty(_host.Slack!.Uploads.Shared);
    }

    [Theory]
    [InlineData("not me", "stop everything")]
    [InlineData("erase my data", "erase everything")]
    public async Task What_its_person_stopped_meanwhile_is_not_sent(string words, string yes)
    {
        var chat = _host.SlackChat(_host.Somebody());
        await BeginsWhileSlackIsAwayAsync(chat);
        await chat.Says(words).Sees("");
        if (chat.Seen.Text.Contains("First show that it is you", StringComparison.Ordinal))
        {
            using var password = await PageDriver.OpenAsync(chat.Seen);
            await password.SubmitAsync(("oldPassword", chat.Person.Password));
            await chat.Sees("1.");
        }

        await chat.Says(yes).Sees("");
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        await _host.QuietAsync();
        Assert.Empty(_host.Slack!.Uploads.Shared);
        await _host.LogsAsync("given to nobody any more");
    }

    [Fact]
    public async Task After_an_hour_it_is_said_to_be_lost()
    {
        var chat = _host.SlackChat(_host.Somebody());
        await BeginsWhileSlackIsAwayAsync(chat);
        _host.Clock.Advance(TimeSpan.FromHours(1.1));
        await chat.SeesEver("I could not put the file into this chat");
        Assert.Empty(_host.Slack!.Uploads.Shared);
    }

    [Theory]
    [InlineData("missing_scope")]
    [InlineData("file_uploads_disabled")]
    [InlineData("restricted_action")]
    public async Task What_Slack_does_not_take_is_said(string error)
    {
        var chat = _host.SlackChat(_host.Somebody());
        using var page = await OfferAsync(chat);
        _host.Slack!.Script("files.getUploadURLExternal", error);
        await page.SubmitAsync(("chat", "1"));
        await chat.SeesEver("I could not put the file into this chat");
        Assert.Empty(_host.Slack.Uploads.Shared);
        await _host.LogsAsync(error);
    }

    [Theory]
    [InlineData("http://169.254.169.254/upload/v1/x")]
    [InlineData("https://files.slack.com/upload/v1/x")]
    public async Task Nothing_goes_to_an_address_that_is_not_beside_the_Web_API(string address)
    {
        var chat = _host.SlackChat(_host.Somebody());
        using var page = await OfferAsync(chat);
        _host.Slack!.Uploads.Elsewhere = address;
        await page.SubmitAsync(("chat", "1"));
        await chat.SeesEver("I could not put the file into this chat");
        await _host.LogsAsync("named an address for a file");
        Assert.Empty(Calls(SlackUploads.Method));
    }

    [Fact]
    public async Task Nobody_is_offered_it_where_it_is_not_switched_on_nor_gets_it()
    {
        await using var host = await ChatHost.StartAsync(new ChatHostSettings { InSlack = true });
        var chat = host.SlackChat(host.Somebody());
        using var page = await OfferAsync(chat);
        Assert.DoesNotContain("chat", page.Document.QuerySelectorAll("button[name]").Select(button => button.GetAttribute("name")));
        await page.SubmitAsync(("chat", "1"));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.StartsWith("{", page.Html, StringComparison.Ordinal);
        await host.QuietAsync();
        Assert.Empty(host.Slack!.Uploads.Shared);
    }

    [Fact]
    public async Task Nor_in_a_chat_elsewhere()
    {
        var chat = _host.Chat(_host.Somebody(), "en-US", "a:elsewhere");
        using var password = await PageDriver.OpenAsync(await chat.Says("export my data").Sees("First show that it is you"));
        await password.SubmitAsync(("oldPassword", chat.Person.Password));
        using var page = await PageDriver.OpenAsync(await chat.Sees("Your data", "Number: "));
        await page.SubmitAsync(("chat", "1"));
        Assert.StartsWith("{", page.Html, StringComparison.Ordinal);
        Assert.Empty(_host.Slack!.Uploads.Shared);
    }

    private async Task BeginsWhileSlackIsAwayAsync(SlackChatDriver chat)
    {
        using var page = await OfferAsync(chat);
        _host.Slack!.Script("files.getUploadURLExternal", "500");
        await page.SubmitAsync(("chat", "1"));
        await chat.Sees("That is all that is kept about you");
        await _host.LogsAsync("slack-file");
    }

    private static async Task<PageDriver> OfferAsync(SlackChatDriver chat)
    {
        using var password = await PageDriver.OpenAsync(await chat.Says("export my data").Sees("First show that it is you"));
        await password.SubmitAsync(("oldPassword", chat.Person.Password));
        return await PageDriver.OpenAsync(await chat.Sees("Your data", "Number: "));
    }

    private IEnumerable<SlackCall> Calls(string method) => _host.Slack!.Calls.Where(call => call.Method == method);
}
