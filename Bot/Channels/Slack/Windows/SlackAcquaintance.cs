using ResetBot.Bot.Channels.Slack.Inbound;
using ResetBot.Bot.Channels.Slack.Outbound;
using ResetBot.Bot.Channels.Slack.People;
using ResetBot.Cards.Words;
using ResetBot.Dialogs.Turns;
using ResetBot.Recovery.Linking;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Channels.Slack.Windows;

/// <summary>What is known of somebody in Slack without asking anybody.</summary>
internal sealed partial class SlackAcquaintance(IUnitsOfWork units, SlackOptions options, ILogger<SlackAcquaintance> logger)
{
    /// <summary>What their window, or the answer to their command, may say. Never throws: whatever is the matter with that, what the person did is done.</summary>
    public async Task<Known> OfAsync(SlackSender sender)
    {
        try
        {
            return await units.RunAsync(work => OfAsync(work, sender), CancellationToken.None);
        }
        catch (Exception fault)
        {
            LogUnread(logger, fault);
            return new Known(WordBook.For(null), null, null, IsLinked: false);
        }
    }

    private async Task<Known> OfAsync(IUnitOfWork work, SlackSender sender)
    {
        var person = await work.FindAsync<SlackPerson>(sender.Key, CancellationToken.None);
        var conversation = person?.Direct is { } direct ? await work.FindAsync<Conversation>(sender.Reference(direct).Key, CancellationToken.None) : null;
        var isLinked = await ChatLinks.FindAsync(work, sender.Person, CancellationToken.None) is not null;
        return new Known(WordBook.For(conversation?.Language ?? person?.Locale), person?.Direct, LinkTo(sender, person), isLinked);
    }

    private string? LinkTo(SlackSender sender, SlackPerson? person) =>
        person?.Direct is { } direct ? SlackSite.Conversation(options.ApiUrl, direct, sender.Enterprise is null ? sender.Team : null) : null;

    /// <param name="Words">The person's language.</param>
    /// <param name="Direct">Their conversation with the bot; null where it is not known.</param>
    /// <param name="Link">Leads to it; null where it is not known.</param>
    /// <param name="IsLinked">Whether they are who they are by a code.</param>
    internal sealed record Known(WordBook Words, string? Direct, string? Link, bool IsLinked);

    [LoggerMessage(Level = LogLevel.Error, Message = "What is known of somebody in Slack could not be read, and their window says less")]
    private static partial void LogUnread(ILogger logger, Exception fault);
}
