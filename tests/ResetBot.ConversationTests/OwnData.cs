using System.Text.Json;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>What is kept of a person: told, handed over and erased, to them alone.</summary>
public class OwnData(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task Whoever_asks_is_told_what_is_kept_and_what_never_is()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("privacy").Sees("What I keep about you", "The audit trail", "I keep no password", "export my data", "erase my data");
        using var web = _host.Browser();
        await web.OpensAsync();
        await web.SaysAsync("privacy");
        Assert.Contains("What I keep about you", web.Text, StringComparison.Ordinal);
        await web.SaysAsync("erase my data");
        Assert.Contains("Which account?", web.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_holds_everything_and_nothing_that_opens_a_door()
    {
        var person = _host.Somebody();
        var chat = _host.Chat(person);
        await chat.ResetsAsync(_host.Outbox, Steps.GoodPassword);
        using var page = await OpensFileAsync(chat, Steps.GoodPassword);
        await page.SubmitAsync();
        Assert.Equal("application/json", page.Response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", page.Response.Content.Headers.ContentDisposition!.DispositionType);
        Assert.True(page.Response.Headers.CacheControl!.NoStore);
        var file = JsonDocument.Parse(page.Html).RootElement;
        Assert.Equal([person.Email, person.Mobile], file.GetProperty("recovery").GetProperty("methods").EnumerateArray().Select(method => method.GetProperty("destination").GetString()!));
        Assert.Equal(2, file.GetProperty("recovery").GetProperty("cases").GetArrayLength());
        Assert.Contains(file.GetProperty("recovery").GetProperty("trail").EnumerateArray(), step => step.GetProperty("event").GetString() == "ResetDone");
        Assert.Equal("en-US", file.GetProperty("conversations")[0].GetProperty("locale").GetString());
        Assert.DoesNotContain("hash", page.Html, StringComparison.OrdinalIgnoreCase);
        await chat.Sees("That is all that is kept about you");
        Assert.Equal(1, _host.Count(person, "DataExported"));
        await page.SubmitAsync();
        Assert.DoesNotContain(person.Mobile, page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_gets_it_with_the_session_alone_nor_with_a_link_of_something_else()
    {
        var person = _host.Somebody();
        var chat = _host.Chat(person);
        using var password = await PageDriver.OpenAsync(await chat.Says("export my data").Sees("First show that it is you"));
        await password.SubmitAsync(("fetch", "1"));
        Assert.DoesNotContain(person.Mobile, password.Html, StringComparison.Ordinal);
        await chat.Says("cancel");

        await chat.BeginsToRegisterAsync();
        using var codes = await PageDriver.OpenAsync(await chat.Says("codes").Sees("Your recovery codes"));
        await codes.SubmitAsync(("fetch", "1"));
        Assert.DoesNotContain(person.Mobile, codes.Html, StringComparison.Ordinal);
        Assert.Equal(0, _host.Count(person, "DataExported"));
    }

    [Theory]
    [InlineData("en-US", "erase my data", "erase everything", "Your data is erased")]
    [InlineData("sv-SE", "radera mina uppgifter", "1", "Dina uppgifter är raderade")]
    public async Task What_may_be_erased_is_erased_and_its_owner_hears_of_it_on_every_way(string locale, string words, string yes, string done)
    {
        var person = _host.Somebody();
        await _host.Chat(person).ResetsAsync(_host.Outbox, Steps.GoodPassword);
        var chat = _host.Chat(person, locale);
        using (var page = await PageDriver.OpenAsync(await chat.Says(words).Sees("")))
        {
            await page.SubmitAsync(("oldPassword", Steps.GoodPassword));
        }

        await chat.Sees("1.").Says(yes).Sees(done, "p***@");
        foreach (var to in (string[])[person.UserName, person.Email, person.Mobile])
        {
            Assert.Contains(await _host.Outbox.ToAsync(to), mail => mail.Text.Contains(locale == "en-US" ? "erased" : "raderades", StringComparison.Ordinal));
        }

        Assert.Equal(1, _host.Count(person, "DataErased"));
        await _host.PassAsync(TimeSpan.FromMinutes(1));
        await _host.KeepUpAsync();
        Assert.DoesNotContain(StoredRows.Of(_host.DataDirectory, "account_record", "recovery_case", "conversation"), row => Holds(row, person));
        Assert.Contains(StoredRows.Of(_host.DataDirectory, "account_record"), row => row.Contains(person.ObjectId, StringComparison.Ordinal));
        await chat.Says("reset").SeesNo("step 1");
    }

    [Fact]
    public async Task To_erase_is_no_way_to_begin_anew()
    {
        var person = _host.Somebody();
        var chat = _host.Chat(person);
        await ErasesAsync(chat);
        await chat.BeginsToRegisterAsync();
        await chat.AddsEmailAsync(_host.Outbox, $"{Guid.NewGuid():N}@thief.example");
        await chat.Says("done").Says("reset").Sees("SSPR_0014");
        await _host.PassAsync(TimeSpan.FromHours(23));
        await chat.Says("reset").Sees("SSPR_0014");
    }

    [Fact]
    public async Task Nothing_is_erased_before_the_question_is_answered_nor_when_recovery_is_stopped()
    {
        var person = _host.Somebody();
        var chat = _host.Chat(person);
        using (var page = await PageDriver.OpenAsync(await chat.Says("erase my data").Sees("First show that it is you")))
        {
            await page.SubmitAsync(("oldPassword", person.Password));
        }

        await chat.Sees("Erase what I keep about you?", "E-mail to", "What stays").Says("maybe").Sees("Erase what I keep").Says("go back").Sees("Nothing was erased");
        await chat.Says("erase my data").Sees("First show that it is you");
        await chat.Says("not me").Says("1").Sees("Recovery of your account is stopped");
        await chat.Says("erase my data").Sees("its owner said");
        Assert.Equal(0, _host.Count(person, "DataErased"));
    }

    [Fact]
    public async Task A_pause_and_its_count_outlive_it()
    {
        var person = _host.Somebody();
        var chat = _host.Chat(person);
        await chat.Says("reset").Sees("step 1 of 2").Says("email").Sees("Type the code");
        for (var wrong = 0; wrong < 5; wrong++)
        {
            await chat.Says("000000").SeesNo("That is right");
        }

        await chat.Says("cancel");
        await ErasesAsync(chat);
        using var page = await OpensFileAsync(chat, person.Password);
        await page.SubmitAsync();
        var standing = JsonDocument.Parse(page.Html).RootElement.GetProperty("recovery").GetProperty("standing");
        Assert.Single(standing.GetProperty("methodPauses").EnumerateObject());
        Assert.Equal(5, standing.GetProperty("consecutiveFailures").GetInt32());
        Assert.True(standing.TryGetProperty("wrongAnswers", out _));
    }

    private static async Task ErasesAsync(ChatDriver chat)
    {
        using var page = await PageDriver.OpenAsync(await chat.Says("erase my data").Sees("First show that it is you"));
        await page.SubmitAsync(("oldPassword", chat.Person.Password));
        await chat.Sees("Erase what I keep about you?").Taps("erase everything").Sees("Your data is erased");
    }

    private static async Task<PageDriver> OpensFileAsync(ChatDriver chat, string password)
    {
        using (var page = await PageDriver.OpenAsync(await chat.Says("privacy").Sees("What I keep").Taps("export my data").Sees("First show that it is you")))
        {
            await page.SubmitAsync(("oldPassword", password));
        }

        return await PageDriver.OpenAsync(await chat.Sees("Your data", "Number: "));
    }

    // What stays is a record without ways to recover it.
    private static bool Holds(string row, Person person) =>
        row.Contains(person.Mobile, StringComparison.Ordinal)
        || row.Contains(person.Email, StringComparison.Ordinal)
        || (row.Contains(person.ObjectId, StringComparison.Ordinal) && !row.Contains("\"EverRegistered\"", StringComparison.Ordinal));
}
