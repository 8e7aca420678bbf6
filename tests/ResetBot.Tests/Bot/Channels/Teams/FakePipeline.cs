using System.Threading.Channels;
using ResetBot.Bot.Turns;
using ResetBot.Dialogs.Turns;
using Xunit;

namespace ResetBot.Tests.Bot.Channels.Teams;

/// <summary>Takes every activity and answers what the test says.</summary>
internal sealed class FakePipeline : ITurnPipeline
{
    private readonly Channel<Activity> _arrivals = Channel.CreateUnbounded<Activity>();

    public Func<Activity, CancellationToken, Task<TurnReceipt>> Answer { get; set; } = (_, _) => Task.FromResult(TurnReceipt.Nothing);

    public int Runs { get; private set; }

    public async Task<TurnReceipt> RunAsync(Activity activity, CancellationToken cancellation)
    {
        Runs++;
        _arrivals.Writer.TryWrite(activity);
        return await Answer(activity, cancellation);
    }

    /// <summary>The next activity that came in.</summary>
    public async Task<Activity> NextAsync() => await _arrivals.Reader.ReadAsync(TestContext.Current.CancellationToken);
}
