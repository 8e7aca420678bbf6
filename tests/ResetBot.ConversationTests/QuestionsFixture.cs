using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>A host whose policy allows security questions beside all else.</summary>
public class QuestionsFixture : IAsyncLifetime
{
    /// <summary>The setting that allows them.</summary>
    public const string Allowed = "methodsAllowed: [email, sms, authenticator, passkey, recoveryCodes, securityQuestions]";

    public FlakyDirectory Directory { get; private set; } = null!;

    public ChatHost Host { get; private set; } = null!;

    protected virtual bool InSlack => false;

    public async ValueTask InitializeAsync()
    {
        Host = await ChatHost.StartAsync(new ChatHostSettings
        {
            InSlack = InSlack,
            Arguments =
            [
                "Limits:CasesPerUserPerHour=1000", "Limits:CasesPerAddressPerHour=1000",
                "SecurityQuestions:Custom:first-project=What was your first project here called?",
            ],
            Directory = directory => Directory = new FlakyDirectory(directory),
        });
        await Host.EveryoneFollowsAsync(Allowed);
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Somebody with questions beside an e-mail address and a mobile number, all of which count.</summary>
    public async Task<(ChatDriver Chat, IReadOnlyDictionary<string, string> Answers)> RegisteredAsync(string answer = "Blue heron")
    {
        var chat = Host.Chat(Host.Somebody());
        await chat.BeginsToRegisterAsync();
        var answers = await chat.AddsQuestionsAsync(answer);
        await chat.Says("done").Sees("All set");
        Host.Clock.Advance(TimeSpan.FromHours(25));
        return (chat, answers);
    }
}
