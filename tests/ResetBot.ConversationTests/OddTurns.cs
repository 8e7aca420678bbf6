using System.Net;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>Turns as clients, networks and strangers bring them: twice, too late, edited, too long, not meant for us.</summary>
public class OddTurns(HostFixture fixture) : IClassFixture<HostFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task A_button_of_an_earlier_question_does_nothing_and_shows_where_we_are()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2");
        var stale = chat.ButtonFor("sms");
        await chat.Taps("email").Sees("Type the code");
        await chat.SendAsync(chat.Tap(stale));
        await chat.Sees("That button belongs to an earlier question").Sees("Type the code", "E-mail");
        Assert.Equal(1, _host.Count(chat.Person, "CodeSent"));
        await chat.Says("cancel").Sees("Stopped");
        await chat.SendAsync(chat.Tap(stale));
        await chat.Sees("That button belongs to a question that is closed").SeesNo("step 1 of 2");
    }

    [Fact]
    public async Task Very_long_texts_are_answered_or_refused_and_change_nothing()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2");
        await chat.Says(new string('x', 5000)).Sees("more than I can read").Sees("step 1 of 2");
        var (status, _) = await chat.SendAsync(chat.Message(new string('y', 3_000_000)));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, status);
        await chat.Says("email").Sees("Type the code");
    }

    [Theory]
    [InlineData("Tr0ub4dor&Horse")]
    [InlineData("my new password is hunter22zz")]
    [InlineData("mitt lösenord är Sommar-i-Örebro-77")]
    public async Task A_password_in_the_chat_is_warned_of_and_stored_nowhere(string password)
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says(password).Sees("That looks like a password");
        await chat.Says("reset").Sees("step 1 of 2").Says(password).Sees("That looks like a password").Sees("step 1 of 2");
        var secret = password.Split(' ')[^1];
        var bytes = System.Text.Encoding.Latin1.GetString(System.Text.Encoding.UTF8.GetBytes(secret));
        Assert.DoesNotContain(bytes, _host.StoredBytes(), StringComparison.Ordinal);
        Assert.DoesNotContain(_host.Log, line => line.Contains(secret, StringComparison.Ordinal));
    }

}
