using ResetBot.Recovery.Accounts;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>Codes that a call reads out: to a mobile that is registered for it, and to the office phone that the directory has.</summary>
public sealed class Calls : IAsyncLifetime
{
    private const string EveryMethod = "methodsAllowed: [email, sms, voiceMobile, voiceOffice, authenticator]";
    private const string Mobile = "+46701740611";

    private EditedDirectory _directory = null!;
    private ChatHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await ChatHost.StartAsync(new ChatHostSettings { Directory = directory => _directory = new EditedDirectory(directory) });
        await _host.EveryoneFollowsAsync(EveryMethod);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_mobile_is_registered_for_calls_and_a_call_opens_a_gate()
    {
        var chat = _host.Chat(Person.Adele);
        await chat.BeginsToRegisterAsync();
        await chat.AddsEmailAsync(_host.Outbox, "adele@private.example");
        await chat.AddsCallsAsync(_host.Outbox, Mobile);
        await chat.Says("done").Sees("All set");
        await chat.Says("reset").Sees("step 1 of 2", "2. Phone call to +46 *** 11").Says("call").Sees("Type the code", "I am calling")
            .Says(() => _host.Outbox.CodeAsync(Mobile, used: 1)).Sees("That is right").Sees("Type the code", "E-mail");
        Assert.Equal("voice", (await _host.Outbox.ToAsync(Mobile)).Last(sent => OutboxReader.CodeIn(sent.Text) is not null).Via);
    }

    [Theory]
    [InlineData("en-US", "This is ResetBot. Somebody asked in Microsoft Teams for a code to reset the password, for the account p at contoso.example.", "never tell it to anyone", "I say it again")]
    [InlineData("sv-SE", "Det här är ResetBot. Någon bad i Microsoft Teams om en kod för att återställa lösenordet, för kontot p på contoso.example.", "säg den aldrig till någon", "Jag säger den igen")]
    public async Task A_call_says_what_it_is_for_and_the_digits_one_by_one_and_twice(string language, string about, string never, string again)
    {
        var person = _host.Somebody();
        await _host.Chat(person, language).Says("reset").Sees().Says("office").Sees();
        var code = await _host.Outbox.CodeAsync(person.Office);
        var said = (await _host.Outbox.ToAsync(person.Office)).Single().Text;
        Assert.StartsWith(about, said, StringComparison.Ordinal);
        Assert.Contains(never, said, StringComparison.Ordinal);
        Assert.Contains(again, said, StringComparison.Ordinal);
        Assert.Equal(3, said.Split(string.Join(", ", code.AsEnumerable())).Length);
        Assert.True(said.IndexOf(never, StringComparison.Ordinal) < said.IndexOf(string.Join(", ", code.AsEnumerable()), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_office_phone_is_nothing_to_register_and_opens_a_gate()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.BeginsToRegisterAsync();
        Assert.DoesNotContain("ffice", chat.Seen.Text, StringComparison.Ordinal);
        await chat.Says("office").Sees("did not understand").Sees("Register a method").Says("done").Sees("All set");
        await chat.Says("status").Sees("Office phone call: +46 *** ").Says("reset").Sees("step 1 of 2", "Office phone call to +46 *** ")
            .Says("office").Sees("Type the code", "I am calling").Says("resend").Sees("A new code is on its way").Sees("Type the code")
            .Says(() => _host.Outbox.CodeAsync(chat.Person.Office, used: 1)).Sees("That is right").Sees("step 2 of 2");
        Assert.Equal(2, (await _host.Outbox.ToAsync(chat.Person.Office)).Count);
    }

    [Fact]
    public async Task Nothing_of_calls_is_offered_or_spoken_of_by_default()
    {
        await using var host = await ChatHost.StartAsync();
        var chat = host.Chat(host.Somebody());
        await chat.Says("status").Sees("Your account");
        Assert.DoesNotContain("call", chat.Seen.Text, StringComparison.OrdinalIgnoreCase);
        await chat.Says("reset").Sees("step 1 of 2").Says("office").Sees("did not understand").Says("call").Sees("did not understand");
        await chat.BeginsToRegisterAsync();
        Assert.DoesNotContain("(call)", chat.Seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_message_and_a_call_to_a_mobile_count_once()
    {
        await _host.EveryoneFollowsAsync("methodsAllowed: [sms, voiceMobile, authenticator]");
        var chat = _host.Chat(Person.Lynne);
        await chat.BeginsToRegisterAsync();
        await chat.AddsMobileAsync(_host.Outbox, Mobile);
        await chat.AddsCallsAsync(_host.Outbox, "+46701740612");
        await chat.Says("done").Sees("A reset needs 2 methods and you have 1");
        await chat.Says("reset").Sees("you have 1", "Phone call to +46 *** 12 depends on the same thing as Text message: the two count once");
    }

    [Fact]
    public async Task A_number_for_calls_that_is_added_later_counts_after_a_week_and_every_way_hears_of_it()
    {
        await _host.EveryoneFollowsAsync("methodsAllowed: [email, voiceMobile, authenticator]");
        var chat = _host.Chat(_host.Somebody());
        await chat.BeginsToRegisterAsync();
        await chat.AddsCallsAsync(_host.Outbox, Mobile);
        await chat.Says("done").Says("reset").Sees("you have 1", "Phone call to +46 *** 11 was added lately and counts from 9 March");
        Assert.Contains(await _host.Outbox.ToAsync(chat.Person.Email), mail => mail.Text.Contains("Phone call to +46 *** 11", StringComparison.Ordinal));
        await _host.PassAsync(TimeSpan.FromDays(7));
        await chat.Says("reset").Sees("step 1 of 2", "2. Phone call to +46 *** 11");
    }

    [Fact]
    public async Task A_notice_to_a_mobile_that_is_registered_for_calls_is_a_text_message()
    {
        var chat = _host.Chat(Person.Erik);
        await chat.BeginsToRegisterAsync();
        await chat.AddsCallsAsync(_host.Outbox, Mobile);
        await chat.AddsEmailAsync(_host.Outbox, "erik@private.example");
        Assert.Equal("sms", (await _host.Outbox.ToAsync(Mobile))[^1].Via);
    }

    [Fact]
    public async Task Whoever_lost_the_mobile_is_called_at_the_office()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Says("lost my phone").Sees("without the phone").Sees("E-mail", "Office phone call");
        Assert.DoesNotContain("Text message", chat.Seen.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calls_are_sends_like_any_other()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Says("office").Sees("Type the code");
        for (var resent = 0; resent < 9; resent++)
        {
            await chat.Says("resend").Sees("A new code is on its way").Sees("Type the code");
        }

        await chat.Says("resend").Sees("Too many codes were sent. Nothing more is sent until");
        Assert.Equal(10, (await _host.Outbox.ToAsync(chat.Person.Office)).Count);
    }

    [Fact]
    public async Task Five_wrong_answers_pause_the_office_phone()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 2").Says("office").Sees("Type the code");
        for (var wrong = 0; wrong < 4; wrong++)
        {
            await chat.Says(() => _host.Outbox.WrongCodeAsync(chat.Person.Office)).Sees("not right");
        }

        await chat.Says(() => _host.Outbox.WrongCodeAsync(chat.Person.Office)).Sees("paused until");
        await chat.Says("cancel").Says("reset").Sees("Office phone call to +46 ***", "is paused until");
    }

    [Fact]
    public async Task An_extension_is_dialled_and_not_shown()
    {
        var person = _host.Somebody();
        _directory.Edit = account => account with { OfficePhone = new DirectoryContact("+46 8 465 004 10 x17", OwnerMayChange: false) };
        await _host.Chat(person).Says("reset").Sees("Office phone call to +46 *** 10").Says("office").Sees("Type the code");
        Assert.Single(await _host.Outbox.ToAsync("+46846500410;ext=17"));
    }
}
