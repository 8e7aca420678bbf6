using ResetBot.Bot.Channels.Slack.Home;
using ResetBot.Bot.Channels.Slack.People;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Channels.Slack.Inbound;

/// <summary>Does what follows when something changes in a workspace; it is saved when this returns.</summary>
internal sealed partial class SlackChanges(
    SlackPeople people, SlackWorkspaces workspaces, SlackHomeTabs tabs, IUnitsOfWork units, SlackOptions options, ILogger<SlackChanges> logger)
{
    public async Task NoteAsync(SlackChange change, CancellationToken cancellation)
    {
        switch (change)
        {
            case SlackChange.PersonChanged { From: var person }:
                await people.ForgetAsync(person, cancellation);
                if (tabs.WasDrawn(person))
                {
                    await DrawAsync(person, cancellation);
                }

                break;
            case SlackChange.HomeOpened { From: var person }:
                await DrawAsync(person, cancellation);
                break;
            case SlackChange.Removed { From: var home } when await workspaces.NoteRemovalAsync(home.Home, cancellation):
                TellRemoved(home.Home);
                break;
            case SlackChange.Removed:
                // From another workspace of the organisation, or another token than ours.
                break;
            default:
                throw new InvalidOperationException($"Not a change: {change.GetType().Name}.");
        }
    }

    private Task<bool> DrawAsync(SlackSender person, CancellationToken cancellation) => units.RunAsync(
        work =>
        {
            SlackHomeTabs.Order(work, person);
            return Task.FromResult(true);
        },
        cancellation);

    private void TellRemoved(string home)
    {
        if (options.TakesInstalls)
        {
            LogForgotten(logger, home);
            return;
        }

        LogRemoved(logger, home);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Slack says that the app was removed from {Home}, or its token revoked: it is forgotten, and served again once it is installed at /slack/install")]
    private static partial void LogForgotten(ILogger logger, string home);

    [LoggerMessage(Level = LogLevel.Error, Message = "Slack says that the app was removed from {Home}, or its token revoked: nobody can be written to there until Slack:BotToken is another one")]
    private static partial void LogRemoved(ILogger logger, string home);
}
