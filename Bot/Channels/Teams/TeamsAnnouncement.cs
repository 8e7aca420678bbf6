using Microsoft.Extensions.Options;
using ResetBot.Bot.Demo;

namespace ResetBot.Bot.Channels.Teams;

/// <summary>Says at the start whom the Teams endpoint lets in.</summary>
internal sealed partial class TeamsAnnouncement(
    IOptions<TeamsOptions> teams, IOptions<DemoOptions> demo, ILogger<TeamsAnnouncement> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (demo.Value.Enabled is true)
        {
            DemoMode(TeamsChannel.Path);
        }
        else if (teams.Value.IsConfigured)
        {
            Configured(TeamsChannel.Path, teams.Value.AppId, teams.Value.Cloud);
        }
        else
        {
            NotConfigured(TeamsChannel.Path);
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Warning, "Demo mode: {Path} takes unauthenticated Teams activities from this machine only")]
    private partial void DemoMode(string path);

    [LoggerMessage(LogLevel.Information, "{Path} serves the Teams bot {AppId} (cloud: {Cloud})")]
    private partial void Configured(string path, string appId, TeamsCloud cloud);

    [LoggerMessage(LogLevel.Warning, "Teams is not configured: {Path} refuses every request with 503 until Teams:AppId is set")]
    private partial void NotConfigured(string path);
}
