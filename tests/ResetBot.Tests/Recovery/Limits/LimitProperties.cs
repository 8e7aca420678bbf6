using FsCheck;
using FsCheck.Fluent;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;
using Xunit;

namespace ResetBot.Tests.Recovery.Limits;

/// <summary>In whatever order people try, succeed and fail, and however the clock moves: no limit lets more through than its plain words.</summary>
public sealed class LimitProperties
{
    private const string Method = "Email";

    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Day = TimeSpan.FromHours(24);
    private static readonly LimitsOptions Limits = new();

    private readonly AttemptLimiter _limiter = new(Limits);
    private readonly StrangerLimiter _strangers = new(new KeyedHash(new FixedKeys()), Limits);

    [Fact]
    public void Wrong_answers_to_one_method() => Holds(() => new PlainLimit(5, Hour, Day), scene =>
    {
        if (AttemptLimiter.MethodPausedUntil(scene.Record, Method, scene.Work.Now) is not null)
        {
            return false;
        }

        _limiter.CountWrongAnswer(scene.Work, scene.Record, scene.Case, Method);
        return true;
    });

    [Fact]
    public void Tries_with_the_present_password() => Holds(() => new PlainLimit(3, Hour, Day), scene =>
    {
        var taken = _limiter.TakePasswordTry(scene.Work, scene.Record, new DirectoryPasswordRules(8, 256, 3, 0, 5, TimeSpan.FromMinutes(30)));
        if (taken)
        {
            _limiter.CountWrongPassword(scene.Work, scene.Record, scene.Case);
        }

        return taken;
    });

    [Fact]
    public void Sends_of_one_account() => Holds(() => new PlainLimit(10, TimeSpan.FromMinutes(10)), scene => _limiter.TakeSend(scene.Work, scene.Record, scene.Case) is null, succeeds: false);

    [Fact]
    public void Sends_of_one_stranger() => Holds(
        () => new PlainLimit(5, Hour), scene => _limiter.TakeSend(scene.Work, scene.Record, LimitScene.Case(scene.Work.Now, stranger: "stranger:1")) is null, succeeds: false);

    [Fact]
    public void Sends_of_all_strangers_together() => Holds(() => new PlainLimit(20, Hour), scene => _strangers.TakeSend(scene.Work, scene.Counts()), succeeds: false);

    [Fact]
    public void Sends_of_the_strangers_at_one_address() => Holds(() => new PlainLimit(10, Hour), scene => _strangers.TakeSend(scene.Work, scene.Counts("one address")), succeeds: false);

    [Fact]
    public void Answers_of_all_strangers_together() => Holds(() => new PlainLimit(100, Day), scene => Guesses(scene, scene.Counts()), succeeds: false);

    [Fact]
    public void Answers_of_the_strangers_at_one_address() => Holds(() => new PlainLimit(30, Day), scene => Guesses(scene, scene.Counts("one address")), succeeds: false);

    [Fact]
    public void Unlocks_of_one_account() => Holds(
        () => new PlainLimit(3, Day),
        scene => _limiter.Unlocks.Take(scene.Work, scene.Record) is null,
        (scene, at) => _limiter.Unlocks.GiveBack(scene.Work, scene.Record, at),
        succeeds: false);

    [Fact]
    public void Questions_to_others() => Holds(() => new PlainLimit(3, Hour), scene => Asks(scene, MethodKind.ManagerApproval), succeeds: false);

    [Fact]
    public void Questions_in_another_chat() => Holds(() => new PlainLimit(3, TimeSpan.FromMinutes(10)), scene => Asks(scene, MethodKind.PushApproval), succeeds: false);

    [Fact]
    public void Cases_of_one_person() => Holds(() => new PlainLimit(10, Hour), scene => Begins(scene, isAddress: false), succeeds: false);

    [Fact]
    public void Cases_of_one_address() => Holds(() => new PlainLimit(60, Hour), scene => Begins(scene, isAddress: true), succeeds: false);

    [Fact]
    public void Resets_of_one_account() => Holds(
        () => new PlainLimit(5, Hour, Day),
        scene =>
        {
            var key = $"link-{Guid.NewGuid():N}";
            if (AttemptLimiter.PausedUntil(scene.Record, scene.Work.Now) is not null || !_limiter.Resets.Begin(scene.Work, scene.Record, key))
            {
                return false;
            }

            _limiter.CountReset(scene.Work, scene.Record, scene.Case);
            ResetLimiter.End(scene.Work, scene.Record, key);
            return true;
        },
        succeeds: false);

    [Theory]
    [InlineData(false, 7)]
    [InlineData(true, 4)] // half of it, rounded up
    public void Codes_that_cost_to_one_country_in_a_day_whoever_asks_for_them(bool byStrangers, int most) => Prop.ForAll(LimitMoves.Any, moves =>
    {
        var (scene, plain) = (new Scene(), byStrangers ? new PlainLimit(20, Hour) : new PlainLimit(10, TimeSpan.FromMinutes(10)));
        var budget = new SendBudget(_limiter, _strangers, new CostCap(new CostCapOptions { PerDay = 7 }, new NoAlarms()));
        Dictionary<DateOnly, int> days = [];
        foreach (var move in moves)
        {
            scene.Work.Now += move.Time();
            plain.See(scene.Work.Now);
            if (move == LimitMove.Try && Leaves(budget, scene, byStrangers))
            {
                plain.Pass(scene.Work.Now);
                var day = DateOnly.FromDateTime(scene.Work.Now.UtcDateTime);
                days[day] = days.GetValueOrDefault(day) + 1;
            }
        }

        return plain.Held && days.Values.All(sent => sent <= most);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void No_pause_ends_earlier_because_something_else_went_wrong_or_the_clock_was_set_back() => Prop.ForAll(LimitMoves.Any, moves =>
    {
        var limiter = new AttemptLimiter(new LimitsOptions { AccountPause = TimeSpan.FromHours(3), ResetPause = Day });
        var scene = new Scene();
        List<DateTimeOffset> pauses = [];
        foreach (var move in moves)
        {
            scene.Work.Now += move.Time();
            if (move == LimitMove.Try)
            {
                limiter.CountFailedCase(scene.Work, scene.Record, scene.Case);
                limiter.CountWrongPassword(scene.Work, scene.Record, scene.Case);
                limiter.CountWrongAnswer(scene.Work, scene.Record, scene.Case, Method);
            }
            else if (move == LimitMove.Fail)
            {
                limiter.CountReset(scene.Work, scene.Record, scene.Case);
            }

            pauses.Add(scene.Record.PausedUntil ?? DateTimeOffset.MinValue);
        }

        return pauses.SequenceEqual(pauses.Order());
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    private static bool Leaves(SendBudget budget, Scene scene, bool byStrangers)
    {
        var asked = byStrangers ? LimitScene.Case(scene.Work.Now, stranger: $"stranger:{Guid.NewGuid():N}") : scene.Case;
        var record = byStrangers ? LimitScene.Record() : scene.Record;
        var permit = budget.TakeAsync(scene.Work, asked, record, CodeWay.Text, "+46701740605", byStrangers ? scene.Counts() : null, default);
        return permit.GetAwaiter().GetResult() is SendPermit.Granted { IsDecoy: false };
    }

    private bool Guesses(Scene scene, StrangerCounts counts)
    {
        if (_strangers.HasGuessedTooOften(scene.Work, counts))
        {
            return false;
        }

        _strangers.CountWrongAnswer(scene.Work, counts);
        return true;
    }

    private bool Asks(Scene scene, MethodKind kind) => _limiter.Approvals.Take(scene.Work, scene.Record, FactorTable.Published.Of(kind)) is null;

    private bool Begins(Scene scene, bool isAddress) => _limiter.Cases.TakeAsync(scene.Work, "anna", isAddress, default).GetAwaiter().GetResult() is null;

    // Tries, and what is taken back, against the plain limit. A limit that lets nothing through would hold too: it has to let through what it may at first.
    private static void Holds(Func<PlainLimit> limit, Func<Scene, bool> tries, Action<Scene, DateTimeOffset>? fails = null, bool succeeds = true) => Prop.ForAll(LimitMoves.Any, moves =>
    {
        var (scene, plain) = (new Scene(), limit());
        List<DateTimeOffset> underWay = [];
        foreach (var move in moves)
        {
            scene.Work.Now += move.Time();
            plain.See(scene.Work.Now);
            if (move == LimitMove.Try && tries(scene))
            {
                plain.Pass(scene.Work.Now);
                underWay.Add(scene.Work.Now);
            }
            else if (move == LimitMove.Succeed && succeeds)
            {
                AttemptLimiter.CountSuccess(scene.Work, scene.Record, scene.Case);
                plain.Forget();
            }
            else if (move == LimitMove.Fail && fails is not null && underWay.Count > 0)
            {
                fails(scene, underWay[0]);
                plain.TakeBack(underWay[0]);
                underWay.RemoveAt(0);
            }
        }

        return plain.Held && (plain.Count > 0 || !moves.Contains(LimitMove.Try));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(200));

    private sealed class NoAlarms : ICostAlarms
    {
        public void Tell(IUnitOfWork work, CostAlarm alarm)
        {
        }
    }

    private sealed class Scene
    {
        private readonly Dictionary<string, StrangerRecord> _shares = [];
        private readonly StrangerRecord _all = new() { Key = "all" };
        private int _addresses;

        public KeptWork Work { get; } = new();

        public AccountRecord Record { get; } = LimitScene.Record();

        public RecoveryCase Case => LimitScene.Case(Work.Now);

        /// <summary>What strangers did, from an address of their own each time or from this one.</summary>
        public StrangerCounts Counts(string? address = null)
        {
            var key = address ?? $"address {++_addresses}";
            return new StrangerCounts(_all, _shares.TryGetValue(key, out var share) ? share : _shares[key] = new StrangerRecord { Key = key });
        }
    }
}
