using ResetBot.Bot.Channels.Slack.Installing;

namespace ResetBot.Bot.Channels.Slack;

/// <summary>Says at the start by which ways Slack comes in.</summary>
internal sealed partial class SlackAnnouncement(SlackOptions options, ILogger<SlackAnnouncement> logger) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.TakesRequests)
        {
            ByRequest(SlackChannel.Path);
        }

        if (options.UsesSockets)
        {
            BySocket(options.Sockets);
        }

        if (options.TakesInstalls)
        {
            Installs(SlackInstallPage.Path);
        }

        if ((options.BotToken.Length > 0 || options.TakesInstalls) && !options.EmailsAreManaged)
        {
            NobodyIsKnown();
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(LogLevel.Information, "{Path} serves the Slack app")]
    private partial void ByRequest(string path);

    [LoggerMessage(LogLevel.Information, "The Slack app can be installed at {Path}")]
    private partial void Installs(string path);

    [LoggerMessage(LogLevel.Information, "Slack is served in Socket Mode, by {Count} connections")]
    private partial void BySocket(int count);

    [LoggerMessage(LogLevel.Warning, "In Slack people are known by a link of their own alone, until Slack:EmailsAreManaged says that members cannot change their addresses")]
    private partial void NobodyIsKnown();
}
