using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using ResetBot.Bot.Hosting;
using ResetBot.Dialogs.Common;
using ResetBot.Dialogs.Turns;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Policy;
using ResetBot.Recovery.Vouching;
using ResetBot.Tests.Dialogs.Waterfall;

namespace ResetBot.Tests.Recovery.Policy;

/// <summary>The service's own desks, not started, with people whose methods are what a test says.</summary>
internal sealed class PolicyDesks : IAsyncDisposable
{
    public const string PrivateAddress = "anna@private.example";
    public const string CompanyAddress = "anna@contoso.example";
    public const string Mobile = "+46701234567";

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("resetbot-policy-");
    private readonly FakeWork _work = new();
    private readonly WebApplication _app;
    private int _version;

    // With Slack, so that people have another chat.
    public PolicyDesks() => _app = ResetBotHost.Build(
        [
            "--environment=Development", $"--ResetBot:DataDirectory={_data.FullName}", "--Slack:BotToken=xoxb-1",
            "--Slack:SigningSecret=8f742231b10e8888abcd99yyyzzz85a5",
        ],
        _ => { });

    public Desks Desks => _app.Services.GetRequiredService<Desks>();

    public Preflight Preflight => _app.Services.GetRequiredService<Preflight>();

    public Refusals Refusals => _app.Services.GetRequiredService<Refusals>();

    public DateTimeOffset Now => _work.Now;

    public void Follow(params AccountPolicy[] policies) => Desks.Policies.Take(new PolicyVersion
    {
        Number = ++_version,
        SavedAt = Now,
        By = "console/anna",
        Why = "a test",
        Policies = policies,
    });

    /// <summary>A turn of somebody who reads this language.</summary>
    public DialogContext Turn(string language = "en") => new(
        _work,
        new Conversation
        {
            Key = "msteams/a:1",
            Reference = new ConversationReference { Channel = "msteams", ConversationId = "a:1", UserId = "29:1", ObjectId = "o" },
            ChosenLanguage = language,
        },
        new Turn(ActivityKind.Message),
        CancellationToken.None);

    /// <summary>Somebody with these methods, which count.</summary>
    public AccountRecord Registered(string? email, params MethodKind[] others)
    {
        var record = new AccountRecord { Key = "demo:anna" };
        IEnumerable<(MethodKind Kind, string Destination)> methods =
            [.. email is null ? [] : new[] { (MethodKind.Email, email) }, .. others.Select(kind => (kind, kind is MethodKind.Sms or MethodKind.VoiceMobile ? Mobile : ""))];
        record.Registered.AddRange(methods.Select(method => new RegisteredMethod
        {
            Id = method.Kind.ToString(),
            Kind = method.Kind,
            Destination = method.Destination,
            AddedAt = Now,
            CountsFrom = Now,
            Colleagues = method.Kind == MethodKind.ColleagueVouching ? Colleagues(2) : null,
        }));
        return record;
    }

    /// <summary>So many colleagues, all of whom have accepted and count.</summary>
    public NamedColleagues Colleagues(int many) => new()
    {
        All =
        [
            .. Enumerable.Range(0, many).Select(number => new NamedColleague
            {
                Id = new AccountId("demo", $"colleague{number}"), Name = $"Colleague {number}", Invitation = $"{number}", NamedAt = Now, Language = "en", CountsFrom = Now,
            }),
        ],
    };

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _data.Delete(recursive: true);
    }
}
