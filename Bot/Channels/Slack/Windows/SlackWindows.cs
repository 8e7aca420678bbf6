using ResetBot.Bot.Channels.Slack.Inbound;
using ResetBot.Bot.Channels.Slack.Outbound;
using ResetBot.Bot.Channels.Wire;

namespace ResetBot.Bot.Channels.Slack.Windows;

/// <summary>Opens windows and puts others in their place. What Slack does not show at once is not shown: nothing hangs on it.</summary>
internal sealed partial class SlackWindows(SlackCalls slack, ILogger<SlackWindows> logger)
{
    /// <summary>Opens a window; null when it cannot be opened. Never throws. https://docs.slack.dev/reference/methods/views.open</summary>
    /// <param name="sender">Before whose eyes.</param>
    /// <param name="trigger">What Slack gave for opening one thing.</param>
    /// <param name="view">What stands in it.</param>
    /// <param name="limit">Until when it is of use.</param>
    public async Task<Opened?> OpenAsync(SlackSender sender, string trigger, SlackView view, CancellationToken limit) =>
        await ShowAsync(sender, "views.open", view.Opening(trigger), limit) is { } answer && answer.Body.Member("view"u8) is { } opened && opened.Text("id"u8) is { } id
            ? new Opened(id, opened.Text("hash"u8))
            : null;

    /// <summary>Puts another in the place of an open one, unless it was closed or replaced. Never throws. https://docs.slack.dev/reference/methods/views.update</summary>
    public Task ReplaceAsync(SlackSender sender, Opened opened, SlackView view, CancellationToken limit) =>
        ShowAsync(sender, "views.update", view.Replacing(opened.Id, opened.Hash), limit);

    private async Task<SlackAnswer?> ShowAsync(SlackSender sender, string method, ReadOnlyMemory<byte> body, CancellationToken limit)
    {
        try
        {
            var answer = await slack.WriteAsync(sender.Home, method, method, body, limit);
            if (answer.IsRight)
            {
                return answer;
            }

            LogNotShown(logger, answer.Error);
        }
        catch (Exception fault)
        {
            // What the person did is done whether they see this or not.
            LogNotShown(logger, fault.Message);
        }

        return null;
    }

    /// <summary>A window that was opened.</summary>
    /// <param name="Id">Slack's id of it.</param>
    /// <param name="Hash">What it was like.</param>
    internal sealed record Opened(string Id, string? Hash);

    [LoggerMessage(Level = LogLevel.Information, Message = "A window was not shown in Slack: {Why}")]
    private static partial void LogNotShown(ILogger logger, string why);
}
