using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ResetBot.Bot.Hosting;
using ResetBot.Recovery;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Approvals;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Challenges;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Policy;
using ResetBot.Recovery.Vouching;
using ResetBot.Tests.Recovery.Passwords;
using static ResetBot.Tests.Recovery.Policy.PolicyScene;

namespace ResetBot.Tests.Recovery.Vouching;

/// <summary>The service's own desks over a company that a test makes up: who reports to whom, who has named whom, and how many have to vouch.</summary>
internal sealed class VouchingCompany : IAsyncDisposable
{
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("resetbot-vouching-");
    private readonly WebApplication _app;
    private readonly QuietDirectory _directory = new();
    private KeptWork _work = new();
    private int _version;
    private int _cases;

    public VouchingCompany() => _app = ResetBotHost.Build(
        ["--environment=Development", $"--ResetBot:DataDirectory={_data.FullName}"],
        builder => builder.Services.Replace(ServiceDescriptor.Singleton<IDirectory>(_directory)));

    public DateTimeOffset Now => _work.Now;

    private Desks Desks => _app.Services.GetRequiredService<Desks>();

    public void Pass(TimeSpan time) => _work.Now += time;

    /// <summary>Begins anew.</summary>
    /// <param name="managers">For each person the number of their manager, or one that nobody has.</param>
    /// <param name="named">For each person the numbers of those whom they named, all of whom have accepted.</param>
    /// <param name="needed">How many have to vouch.</param>
    public void Begin(int[] managers, IReadOnlyList<int>[] named, int needed)
    {
        _work = new KeptWork();
        _directory.Accounts.Clear();
        for (var person = 0; person < managers.Length; person++)
        {
            var account = _directory.Add($"p{person}");
            _directory.Accounts[account.Id] = account with { ObjectId = $"p{person}", DisplayName = $"p{person}", Manager = managers[person] < managers.Length ? Id(managers[person]) : null };
            _work.Save(Record(person, named[person]));
        }

        Desks.Policies.Take(new PolicyVersion
        {
            Number = ++_version,
            SavedAt = Now,
            By = "console/anna",
            Why = "a test",
            Policies =
            [
                For("Everyone") with
                {
                    MethodsAllowed = [MethodKind.Email, MethodKind.ColleagueVouching], MethodsRequiredToReset = 1, ColleaguesRequired = needed, ColleaguesNamed = 10,
                },
            ],
        });
    }

    /// <summary>Begins a case of a person and has their colleagues asked; gives it with the numbers, or nothing when nobody was asked.</summary>
    public async Task<(RecoveryCase Case, IReadOnlyList<(string Name, string Number)> Numbers)?> AskAsync(int person)
    {
        var recoveryCase = new RecoveryCase
        {
            Id = $"case{++_cases}",
            Account = Id(person),
            Operation = Operation.Reset,
            BegunIn = $"msteams/a:{person}",
            BegunBy = $"msteams/29:{person}",
            Language = "en",
            StartedAt = Now,
            GatesRequired = 1,
        };
        recoveryCase.LiveUntil(Now.AddMinutes(15));
        _work.Save(recoveryCase);
        if (await Desks.Challenges.AskAsync(_work, recoveryCase, MethodKind.ColleagueVouching, default) is not ChallengeIssue.Asked
            || await Desks.Approvals.AskAsync(_work, recoveryCase, _directory.Accounts[Id(person)], default) is not { } asked)
        {
            return null;
        }

        return (recoveryCase, asked.Numbers);
    }

    /// <summary>Somebody answers the oldest question that waits for them, with a number.</summary>
    public async Task<ApprovalAnswer> SayAsync(int colleague, Func<ApprovalRequest, string?> numberFor)
    {
        var account = _directory.Accounts[Id(colleague)];
        return await ApprovalDesk.WaitingAsync(_work, account.Id, default) is { } waiting
            ? await Desks.Approvals.DecideAsync(
                _work, account, ($"msteams/29:{colleague}", $"msteams/a:{colleague}"), waiting.Id, numberFor(waiting), default)
            : new ApprovalAnswer.Gone();
    }

    /// <summary>The account of a person was recovered just now.</summary>
    public async Task RecoverAsync(int person)
    {
        var record = await AccountRecord.OfAsync(_work, Id(person), default);
        record.RecoveredAt = Now;
        _work.Save(record);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _data.Delete(recursive: true);
    }

    private static AccountId Id(int person) => new("demo", $"p{person}");

    private AccountRecord Record(int person, IReadOnlyList<int> named)
    {
        var record = new AccountRecord { Key = Id(person).ToString() };
        record.Registered.Add(new RegisteredMethod
        {
            Id = $"vouching{person}",
            Kind = MethodKind.ColleagueVouching,
            AddedAt = Now,
            CountsFrom = Now,
            Colleagues = new NamedColleagues
            {
                All =
                [
                    .. named.Select(colleague => new NamedColleague
                    {
                        Id = Id(colleague), Name = $"p{colleague}", Invitation = $"{person}-{colleague}", NamedAt = Now, Language = "en", CountsFrom = Now,
                    }),
                ],
            },
        });
        return record;
    }
}
