using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;
using ResetBot.Tests.Storage;
using Xunit;

namespace ResetBot.Tests.Recovery.Limits;

/// <summary>Units of work that really run at once, on the real store, with a clock that moves in between: no limit lets more through.</summary>
public sealed class LimitsInParallel : IAsyncDisposable
{
    private const int AtOnce = 12;

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly AttemptLimiter Limiter = new(new LimitsOptions());
    private static readonly StrangerLimiter Strangers = new(new KeyedHash(new FixedKeys()), new LimitsOptions());

    private static readonly Dictionary<string, (PlainLimit Limit, Func<IUnitOfWork, AccountRecord, Task<bool>> Takes)> Limits = new()
    {
        ["wrong answers"] = (new PlainLimit(5, Hour, Day), (work, record) => Task.FromResult(Answers(work, record))),
        ["tries with the password"] = (new PlainLimit(3, Hour), (work, record) => Task.FromResult(
            Limiter.TakePasswordTry(work, record, new DirectoryPasswordRules(8, 256, 3, 0, 5, TimeSpan.FromMinutes(30))))),
        ["sends"] = (new PlainLimit(10, TimeSpan.FromMinutes(10)), (work, record) => Task.FromResult(Limiter.TakeSend(work, record, LimitScene.Case(work.Now)) is null)),
        ["sends of a stranger"] = (
            new PlainLimit(5, Hour), (work, record) => Task.FromResult(Limiter.TakeSend(work, record, LimitScene.Case(work.Now, stranger: "one")) is null)),
        ["sends of strangers"] = (new PlainLimit(20, Hour), async (work, _) => Strangers.TakeSend(work, await CountsAsync(work))),
        ["unlocks"] = (new PlainLimit(3, Day), (work, record) => Task.FromResult(Limiter.Unlocks.Take(work, record) is null)),
        ["questions to others"] = (new PlainLimit(3, Hour), (work, record) => Task.FromResult(Limiter.Approvals.Take(work, record, FactorTable.Published.Of(MethodKind.ManagerApproval)) is null)),
        ["questions in another chat"] = (
            new PlainLimit(3, TimeSpan.FromMinutes(10)),
            (work, record) => Task.FromResult(Limiter.Approvals.Take(work, record, FactorTable.Published.Of(MethodKind.PushApproval)) is null)),
        ["cases of a person"] = (new PlainLimit(10, Hour), async (work, _) => await Limiter.Cases.TakeAsync(work, "anna", isAddress: false, default) is null),
        ["cases of an address"] = (new PlainLimit(60, Hour), async (work, _) => await Limiter.Cases.TakeAsync(work, "anna", isAddress: true, default) is null),
        ["resets under way"] = (
            new PlainLimit(5, TimeSpan.FromDays(100)), (work, record) => Task.FromResult(Limiter.Resets.Begin(work, record, $"link-{Guid.NewGuid():N}"))),
    };

    private readonly StoreScene _scene = new();
    private DateTimeOffset _latest;

    public static TheoryData<string> Names => [.. Limits.Keys];

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Theory]
    [MemberData(nameof(Names))]
    public async Task However_many_try_at_once_no_more_get_through(string name)
    {
        var (limit, takes) = Limits[name];
        foreach (var minutes in (int[])[0, 0, 3, 8, -60, 40, 30, -1500, 1450, 62, 0, 1500, 0])
        {
            _scene.Clock.AdjustTime(_scene.Clock.GetUtcNow().AddMinutes(minutes));
            var now = _scene.Clock.GetUtcNow();
            limit.See(now);
            var through = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(_ => Task.Run(() => RunAsync(takes))));
            foreach (var _ in through.Where(one => one))
            {
                limit.Pass(now);
            }

            Assert.True(limit.Held, $"Too many {name} {minutes} minutes after what was before.");
            _latest = _latest > now ? _latest : now;
        }

        Assert.True(limit.Count > 0, $"No {name} at all.");
        await _scene.ReopenAsync();
        limit.See(_latest);
        if (await RunAsync(takes))
        {
            limit.Pass(_scene.Clock.GetUtcNow());
        }

        Assert.True(limit.Held, $"Too many {name} after a restart.");
    }

    private Task<bool> RunAsync(Func<IUnitOfWork, AccountRecord, Task<bool>> takes) => _scene.Units.RunAsync(
        async work => await takes(work, await AccountRecord.OfAsync(work, LimitScene.Anna, default)), default);

    private static bool Answers(IUnitOfWork work, AccountRecord record)
    {
        if (AttemptLimiter.MethodPausedUntil(record, "Email", work.Now) is not null)
        {
            return false;
        }

        Limiter.CountWrongAnswer(work, record, LimitScene.Case(work.Now), "Email");
        return true;
    }

    private static async Task<StrangerCounts> CountsAsync(IUnitOfWork work) =>
        new(await StrangerLimiter.AllAsync(work, LimitScene.Anna, default), new StrangerRecord { Key = $"address {Guid.NewGuid():N}", LastAt = work.Now });
}
