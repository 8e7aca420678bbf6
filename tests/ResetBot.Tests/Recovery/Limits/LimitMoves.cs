using FsCheck;
using FsCheck.Fluent;

namespace ResetBot.Tests.Recovery.Limits;

/// <summary>What happens beside a limit: somebody tries, somebody succeeds, what was begun fails, the clock moves on, or back.</summary>
internal enum LimitMove
{
    Try,
    Succeed,
    Fail,
    Minute,
    SixMinutes,
    TwentyMinutes,
    Hour,
    Day,
    MinuteBack,
    HourBack,
    DayBack,
}

internal static class LimitMoves
{
    /// <summary>Many tries, and all else in between.</summary>
    public static Arbitrary<LimitMove[]> Any { get; } = Arb.From(
        Gen.Frequency(
            (24, Gen.Constant(LimitMove.Try)),
            (1, Gen.Constant(LimitMove.Succeed)),
            (4, Gen.Constant(LimitMove.Fail)),
            (8, Gen.Elements(LimitMove.Minute, LimitMove.Minute, LimitMove.SixMinutes, LimitMove.SixMinutes, LimitMove.TwentyMinutes, LimitMove.Hour, LimitMove.Day)),
            (2, Gen.Elements(LimitMove.MinuteBack, LimitMove.HourBack, LimitMove.DayBack))).ArrayOf(),
        moves => Enumerable.Range(0, moves.Length).Select(left => moves.Where((_, index) => index != left).ToArray()));

    public static TimeSpan Time(this LimitMove move) => move switch
    {
        LimitMove.Minute => TimeSpan.FromMinutes(1),
        LimitMove.SixMinutes => TimeSpan.FromMinutes(6),
        LimitMove.TwentyMinutes => TimeSpan.FromMinutes(20),
        LimitMove.Hour => TimeSpan.FromMinutes(61),
        LimitMove.Day => TimeSpan.FromHours(25),
        LimitMove.MinuteBack => TimeSpan.FromMinutes(-1),
        LimitMove.HourBack => TimeSpan.FromHours(-1),
        LimitMove.DayBack => TimeSpan.FromDays(-1),
        _ => TimeSpan.Zero,
    };
}
