using Hangfire;
using Hangfire.InMemory;
using Microsoft.Extensions.DependencyInjection;
using ResetBot.Jobs.Questions;
using ResetBot.Jobs.Scheduling;
using ResetBot.Jobs.Upkeep;
using ResetBot.Jobs.Writes;

namespace ResetBot.Jobs;

/// <summary>Adds what runs on a clock to a host, which brings the ports that the jobs need.</summary>
public static class JobServices
{
    public static IServiceCollection AddJobs(this IServiceCollection services)
    {
        services.AddHangfire(hangfire => hangfire
            .UseSimpleAssemblyNameTypeSerializer()
            .UseRecommendedSerializerSettings()
            .UseInMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = TimeSpan.FromHours(1) }));
        services.AddHangfireServer(server =>
        {
            server.WorkerCount = 2;
            server.SchedulePollingInterval = TimeSpan.FromSeconds(5);
        });
        services.AddSingleton<CloseLeftQuestions>();
        services.AddSingleton<SettleOpenWrites>();
        services.AddSingleton<KeepUp>();
        services.AddHostedService<JobSchedule>();
        return services;
    }
}
