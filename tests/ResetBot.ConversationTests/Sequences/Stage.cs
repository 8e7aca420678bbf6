using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Work;
using ResetBot.Testing.Conversations;

namespace ResetBot.ConversationTests.Sequences;

/// <summary>A host for many sequences one after another, each with people of its own, and all that can be seen of it.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly Postbox _postbox = new();
    private readonly ConcurrentQueue<Written> _writes = new();
    private readonly Dictionary<string, int> _seenSteps = [];

    public ChatHost Host { get; private set; } = null!;

    /// <summary>The policy in force.</summary>
    public Rule Rule { get; private set; } = Deeds.Policies[0];

    public static async Task<Stage> OpenAsync()
    {
        var stage = new Stage();
        stage.Host = await ChatHost.StartAsync(new ChatHostSettings
        {
            ExtraPeople = 4000,
            Directory = directory => new DirectoryWrites(directory, stage._writes),
            Adapt = builder => stage._postbox.Read(builder.Services),
            Arguments = ["Web:FormsPerAddressPerMinute=1000000", "Limits:CasesPerAddressPerHour=1000000"],
        });
        return stage;
    }

    public async Task FollowAsync(Rule rule)
    {
        if (rule != Rule)
        {
            await Host.EveryoneFollowsAsync(rule.Settings);
            Rule = rule;
        }
    }

    /// <summary>What happened to these people since this was asked last.</summary>
    public async Task<Seen> LookAsync(params Person[] people)
    {
        await Host.QuietAsync();
        var methods = new Dictionary<string, IReadOnlyList<(MethodKind, string)>>();
        List<AuditStep> steps = [];
        foreach (var person in people)
        {
            var all = Host.Audit(person);
            steps.AddRange(all.Skip(_seenSteps.GetValueOrDefault(person.ObjectId)));
            _seenSteps[person.ObjectId] = all.Count;
            methods[Account(person)] = await MethodsAsync(person);
        }

        List<Written> writes = [];
        while (_writes.TryDequeue(out var write))
        {
            writes.Add(write);
        }

        return new Seen(Host.Clock.GetUtcNow(), steps, _postbox.Take(), writes, methods);
    }

    public static string Account(Person person) => "demo:" + person.ObjectId;

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    private async Task<IReadOnlyList<(MethodKind, string)>> MethodsAsync(Person person) =>
        await Host.Services.GetRequiredService<IUnitsOfWork>().RunAsync<IReadOnlyList<(MethodKind, string)>>(
            async work =>
            {
                var record = await AccountRecord.OfAsync(work, new AccountId("demo", person.ObjectId), default);
                return [.. record.Methods.Select(method => (method.Kind, method.Destination))];
            },
            default);
}
