using ResetBot.Recovery.Policy;

namespace ResetBot.Bot.Operations.Policies;

/// <summary>Puts the saved policies into force before anything else of the service starts.</summary>
internal sealed partial class PolicyLoading(PolicyDesk desk, PolicyBook book, ILogger<PolicyLoading> logger) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        await desk.LoadAsync(cancellationToken);
        if (book.InForce is { Version: > 0 } saved)
        {
            LogInForce(logger, saved.Version, saved.Policies.Count);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Version {Version} of the policies is in force ({Count}); of the section Policy only QuestionLifetime holds")]
    private static partial void LogInForce(ILogger logger, int version, int count);
}
