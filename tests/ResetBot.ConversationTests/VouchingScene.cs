using System.Text.RegularExpressions;
using ResetBot.Recovery.Accounts;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary>A company in which colleagues may vouch, two of up to five.</summary>
public partial class VouchingScene : HostedStories, IAsyncLifetime
{
    protected static readonly TimeSpan ADay = TimeSpan.FromHours(25);

    // None of them manages another one.
    protected static readonly Person Anna = Person.Generated(30);
    protected static readonly Person Bea = Person.Generated(41);
    protected static readonly Person Carl = Person.Generated(52);
    protected static readonly Person Dora = Person.Generated(63);

    protected ChatHost Host { get; private set; } = null!;

    protected EditedDirectory Directory { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Host = await StartAsync(new ChatHostSettings { Directory = directory => Directory = new EditedDirectory(directory) });
        await FollowsAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    protected Task FollowsAsync(params string[] settings) =>
        Host.EveryoneFollowsAsync(["methodsAllowed: [email, sms, managerApproval, colleagueVouching]", .. settings]);

    /// <summary>Names these colleagues, who accept; their word counts.</summary>
    protected async Task<ChatDriver> HasColleaguesAsync(Person person, params Person[] colleagues)
    {
        var chat = await NamesAsync(person, colleagues);
        await chat.Says("done").Sees("Register a method").Says("done").Sees("All set");
        foreach (var colleague in colleagues)
        {
            await AcceptsAsync(colleague, person);
        }

        Host.Clock.Advance(ADay);
        return Host.Chat(person);
    }

    /// <summary>Names these colleagues; another one is asked for.</summary>
    protected async Task<ChatDriver> NamesAsync(Person person, params Person[] colleagues)
    {
        var chat = Host.Chat(person);
        await chat.BeginsToRegisterAsync();
        await chat.Says("colleagues").Sees("Who vouches for you?");
        foreach (var colleague in colleagues)
        {
            await chat.Says(colleague.UserName).Sees($"I have asked {colleague.Name}").Sees("asked, no answer yet");
        }

        return chat;
    }

    protected async Task<ChatDriver> AcceptsAsync(Person colleague, Person person)
    {
        var chat = Host.Chat(colleague);
        await chat.Says("approvals").Sees($"Will you vouch for {person.Name}?").Says("accept").Sees("Thank you");
        return chat;
    }

    /// <summary>Has the colleagues asked; gives the number of each.</summary>
    protected static async Task<Dictionary<string, string>> AsksAsync(ChatDriver chat)
    {
        await chat.Says("reset").Sees("step 1 of 2").Says("colleagues").Sees("Tell your colleagues their numbers");
        return Numbers(chat.Seen.Text);
    }

    protected static Dictionary<string, string> Numbers(string seen) => NumbersIn(seen);

    /// <summary>The number for each colleague, in what a person sees.</summary>
    internal static Dictionary<string, string> NumbersIn(string seen) =>
        Shown().Matches(seen).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["number"].Value);

    /// <summary>A colleague, in a chat of their own, says that it is the person.</summary>
    protected Task<ChatDriver> VouchesAsync(Person colleague, Dictionary<string, string> numbers, string sees = "Thank you") =>
        VouchesAsync(Host.Chat(colleague), numbers, sees);

    protected static async Task<ChatDriver> VouchesAsync(ChatDriver colleague, Dictionary<string, string> numbers, string sees = "Thank you")
    {
        await colleague.Says("approvals").Sees("Is it really").Says(numbers[colleague.Person.Name]).Sees(sees);
        return colleague;
    }

    /// <summary>How many gates colleagues have opened.</summary>
    protected int Gates(Person person) =>
        Host.Audit(person).Count(step => step.Event == "GatePassed" && step.Detail("method") == "ColleagueVouching");

    protected static AccountId IdOf(Person person) => new("demo", person.ObjectId);

    [GeneratedRegex(@"(?<name>Person \d{12})\s*:?\s*(?<number>\d{3})(?!\d)")]
    private static partial Regex Shown();
}
