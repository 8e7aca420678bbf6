using Hangfire;
using Microsoft.Extensions.Hosting;
using ResetBot.Jobs.Questions;
using ResetBot.Jobs.Upkeep;
using ResetBot.Jobs.Writes;

namespace ResetBot.Jobs.Scheduling;

/// <summary>Declares what runs on a clock, at every start anew: nothing of a schedule is lost by a restart.</summary>
internal sealed class JobSchedule(IRecurringJobManager jobs) : IHostedService
{
    private const string EveryFifteenSeconds = "*/15 * * * * *";
    private const string EveryMinute = "* * * * *";
    private const string EveryHour = "7 * * * *";

    public Task StartAsync(CancellationToken cancellationToken)
    {
        jobs.AddOrUpdate<CloseLeftQuestions>("close-left-questions", job => job.RunAsync(CancellationToken.None), EveryFifteenSeconds);
        jobs.AddOrUpdate<SettleOpenWrites>("settle-open-writes", job => job.RunAsync(CancellationToken.None), EveryMinute);
        jobs.AddOrUpdate<KeepUp>("upkeep", job => job.RunAsync(CancellationToken.None), EveryHour);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
