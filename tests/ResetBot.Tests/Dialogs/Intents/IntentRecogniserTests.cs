using ResetBot.Dialogs.Intents;
using Xunit;

namespace ResetBot.Tests.Dialogs.Intents;

public sealed class IntentRecogniserTests
{
    [Theory]
    [InlineData("reset", Intent.Reset)]
    [InlineData("  RESET!! ", Intent.Reset)]
    [InlineData("/reset", Intent.Reset)]
    [InlineData("återställ", Intent.Reset)]
    [InlineData("register", Intent.Register)]
    [InlineData("registrera", Intent.Register)]
    [InlineData("change", Intent.Change)]
    [InlineData("unlock", Intent.Unlock)]
    [InlineData("lås upp", Intent.Unlock)]
    [InlineData("status", Intent.Status)]
    [InlineData("help", Intent.Help)]
    [InlineData("hjälp", Intent.Help)]
    [InlineData("?", Intent.Help)]
    [InlineData("cancel", Intent.Cancel)]
    [InlineData("avbryt", Intent.Cancel)]
    [InlineData("language", Intent.Language)]
    [InlineData("språk", Intent.Language)]
    [InlineData("helpdesk", Intent.HelpDesk)]
    [InlineData("IT-support", Intent.HelpDesk)]
    [InlineData("not me", Intent.NotMe)]
    [InlineData("Det var inte jag!", Intent.NotMe)]
    [InlineData("privacy", Intent.Privacy)]
    [InlineData("integritet", Intent.Privacy)]
    public void A_command_is_meant_as_one(string text, Intent intent) =>
        Assert.Equal(new Recognised(intent, Exact: true), IntentRecogniser.Recognise(text));

    [Theory]
    [InlineData("I forgot my password", Intent.Reset)]
    [InlineData("forgotten password", Intent.Reset)]
    [InlineData("i cant remember my pasword", Intent.Reset)]
    [InlineData("I don't know my password any more", Intent.Reset)]
    [InlineData("please reset my password", Intent.Reset)]
    [InlineData("I can't log in", Intent.Reset)]
    [InlineData("my password is not working", Intent.Reset)]
    [InlineData("jag har glömt mitt lösenord", Intent.Reset)]
    [InlineData("glömt lösenordet", Intent.Reset)]
    [InlineData("jag minns inte mitt lösenord", Intent.Reset)]
    [InlineData("jag kommer inte ihåg lösenordet", Intent.Reset)]
    [InlineData("lösenordet funkar inte", Intent.Reset)]
    [InlineData("jag kan inte logga in", Intent.Reset)]
    [InlineData("my account is locked", Intent.Unlock)]
    [InlineData("you locked me out", Intent.Unlock)]
    [InlineData("mitt konto är låst", Intent.Unlock)]
    [InlineData("jag är utelåst", Intent.Unlock)]
    [InlineData("lås upp mitt konto", Intent.Unlock)]
    [InlineData("I want to register my phone", Intent.Register)]
    [InlineData("I got a new phone", Intent.Register)]
    [InlineData("lägg till min mobil", Intent.Register)]
    [InlineData("jag har en ny telefon", Intent.Register)]
    [InlineData("change my password", Intent.Change)]
    [InlineData("jag vill byta lösenord", Intent.Change)]
    [InlineData("when does my password expire?", Intent.Status)]
    [InlineData("visa mina metoder", Intent.Status)]
    [InlineData("hello", Intent.Help)]
    [InlineData("Hej!", Intent.Help)]
    [InlineData("what can you do?", Intent.Help)]
    [InlineData("vad kan du göra", Intent.Help)]
    [InlineData("never mind", Intent.Cancel)]
    [InlineData("forget it", Intent.Cancel)]
    [InlineData("strunta i det", Intent.Cancel)]
    [InlineData("can I talk to a human", Intent.HelpDesk)]
    [InlineData("jag vill prata med en människa", Intent.HelpDesk)]
    public void People_say_it_in_their_own_words(string text, Intent intent) =>
        Assert.Equal(new Recognised(intent, Exact: false), IntentRecogniser.Recognise(text));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("123456")]
    [InlineData("email")]
    [InlineData("alex@example.org")]
    [InlineData("I did not forget my password")]
    [InlineData("I don't want to reset my password")]
    [InlineData("please do not change my password")]
    [InlineData("I never lost my password")]
    [InlineData("jag har inte glömt mitt lösenord")]
    [InlineData("jag vill inte återställa mitt lösenord")]
    [InlineData("återställ inte mitt lösenord")]
    [InlineData("the weather is nice")]
    [InlineData("the door is locked")]
    [InlineData("my phone number is old")]
    [InlineData("tack så mycket")]
    public void What_asks_for_nothing_is_nothing(string text) => Assert.Equal(Intent.None, IntentRecogniser.Recognise(text).Intent);

    [Theory]
    [InlineData("English", "en")]
    [InlineData("på svenska, tack", "sv")]
    [InlineData("in English please", "en")]
    [InlineData("switch to Swedish", "sv")]
    [InlineData("language sv", "sv")]
    [InlineData("språk en", "en")]
    public void A_language_is_asked_for_by_name(string text, string language) =>
        Assert.Equal(new Recognised(Intent.Language, Exact: true, language), IntentRecogniser.Recognise(text));

    [Theory]
    [InlineData("could you switch to english", "en")]
    [InlineData("snälla prata svenska", "sv")]
    [InlineData("I don't understand Swedish", null)]
    [InlineData("byt språk", null)]
    public void A_language_is_asked_for_in_other_words(string text, string? language) =>
        Assert.Equal(new Recognised(Intent.Language, Exact: false, language), IntentRecogniser.Recognise(text));

    [Fact]
    public async Task A_hostile_text_takes_no_time()
    {
        var hostile = string.Concat(Enumerable.Repeat("my account i am password lösenord konto ", 100));
        await Task.Run(() => IntentRecogniser.Recognise(hostile)).WaitAsync(TimeSpan.FromSeconds(5));
    }
}
