using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using ResetBot.Bot;
using ResetBot.Testing;
using Xunit;

namespace ResetBot.ConversationTests.Sequences;

/// <summary>
/// Whatever people, thieves, clocks, policies and repeated deliveries do, in whatever order: nothing is done without its gates, nothing twice, and
/// nothing more often than it may be. With RESETBOT_LONG=1 hundreds of sequences; RESETBOT_SEQUENCE_SEED gives other ones.
/// </summary>
public sealed class SequenceProperties(ITestOutputHelper output)
{
    // FsCheck wants an odd one.
    private const ulong Gamma = 425040058804590661;

    private static readonly int Count = Lab.IsLong ? 800 : 40;

    private static readonly ulong Seed = ulong.Parse(Environment.GetEnvironmentVariable("RESETBOT_SEQUENCE_SEED") ?? "20261127", CultureInfo.InvariantCulture);

    [Fact]
    public async Task No_sequence_reaches_an_operation_without_its_gates()
    {
        await using var stage = await Stage.OpenAsync();
        var writes = 0;
        await Task.Run(() => Prop.ForAll(Deeds.Sequences, deeds =>
        {
            writes += Play.RunAsync(stage, deeds).GetAwaiter().GetResult();
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(Count).WithReplay(Seed, Gamma)));
        output.WriteLine($"{Count} sequences, seed {Seed}, {writes} writes, all of them after their gates");
        Assert.True(writes > Count / 10, $"Only {writes} writes came of {Count} sequences: they lead nowhere.");
        await stage.Host.StopAsync();
        Assert.Equal(0, await Program.Main(["audit", "verify", "--ResetBot:DataDirectory=" + stage.Host.DataDirectory]));
    }
}
