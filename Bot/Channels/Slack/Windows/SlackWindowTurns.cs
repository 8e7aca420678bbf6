using ResetBot.Bot.Channels.Slack.Inbound;
using ResetBot.Bot.Channels.Slack.People;
using ResetBot.Bot.Look;
using ResetBot.Cards.Answers;
using ResetBot.Cards.Questions;
using ResetBot.Cards.Words;
using ResetBot.Dialogs.Linking;
using ResetBot.Dialogs.Turns;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Linking;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Channels.Slack.Windows;

/// <summary>
/// What is done in windows. Of a shortcut nothing is seen where it was used: a window says that it goes on in the person's own conversation, and leads
/// there. Whom Slack's addresses say nothing of types into a window the code with which their chat is linked, so that it stands in no conversation.
/// </summary>
internal sealed class SlackWindowTurns(SlackWindows windows, SlackHandling handling, SlackPeople people, IUnitsOfWork units, HouseLook look, TimeProvider time)
{
    // What opens a window is good for three seconds, and so long Slack waits. https://docs.slack.dev/interactivity/handling-user-interaction#triggers
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2.5);

    // Without a window there is still a turn to be done in that time.
    private static readonly TimeSpan LimitBeforeTurn = TimeSpan.FromSeconds(0.8);

    /// <summary>Does what a shortcut asks for, and shows where it goes on.</summary>
    /// <inheritdoc cref="SlackHandling.HandleAsync"/>
    public async Task HandleAsync(SlackTurn turn, string trigger)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        var showing = ShowAsync(turn.Sender, trigger, limit.Token);
        try
        {
            await handling.HandleAsync(turn);
        }
        finally
        {
            await LeadAsync(turn.Sender, await showing, limit.Token);
        }
    }

    /// <summary>Opens the window that takes a code; false when the person needs none, or it cannot be opened.</summary>
    public async Task<bool> AskForCodeAsync(SlackSender sender, string trigger)
    {
        using var limit = new CancellationTokenSource(LimitBeforeTurn, time);
        try
        {
            var person = await people.FindAsync(sender, place: null, limit.Token);
            if (person.RefusedFor?.IsLinkable() != true)
            {
                return false;
            }
        }
        catch (Exception unknown) when (unknown is SlackUnavailableException or DirectoryUnavailableException or OperationCanceledException)
        {
            return false;
        }

        var words = (await KnownAsync(sender)).Words;
        var view = new SlackView(look.Name, new LinkWindowCard().Draw(words), words) { Name = LinkWindowCard.Name };
        return await windows.OpenAsync(sender, trigger, view, limit.Token) is not null;
    }

    /// <summary>Takes the code that was typed into the window, and answers there.</summary>
    /// <inheritdoc cref="SlackHandling.HandleAsync"/>
    public async Task<SlackReceipt> TakeCodeAsync(SlackTurn turn)
    {
        if (LinkWord.DigitsIn(turn.Text) is not { Length: LinkingDesk.Digits })
        {
            // Whatever it was, it goes no further.
            return new SlackReceipt.Answered(SlackView.Objecting((await KnownAsync(turn.Sender)).Words.Say("link.shape", LinkingDesk.Digits)));
        }

        var said = (await handling.HandleAsync(turn))?.Message;
        var known = await KnownAsync(turn.Sender);
        return said is null || known.IsLinked
            ? new SlackReceipt.Answered(View(known.Link, known.Words, said).Answering())
            : new SlackReceipt.Answered(SlackView.Objecting(said));
    }

    private async Task<Shown> ShowAsync(SlackSender sender, string trigger, CancellationToken limit)
    {
        var known = await KnownAsync(sender);
        return new Shown(await windows.OpenAsync(sender, trigger, View(known.Link, known.Words), limit), known.Link is not null);
    }

    // For somebody who never wrote the conversation is there only now.
    private async Task LeadAsync(SlackSender sender, Shown shown, CancellationToken limit)
    {
        if (shown is { Window: { } window, LeadsThere: false } && await KnownAsync(sender) is { Link: { } link } known)
        {
            await windows.ReplaceAsync(sender, window, View(link, known.Words), limit);
        }
    }

    private SlackView View(string? link, WordBook words, string? said = null) => new(look.Name, new ShortcutCard(link, said).Draw(words), words);

    private Task<Known> KnownAsync(SlackSender sender) => units.RunAsync(
        async work =>
        {
            var person = await work.FindAsync<SlackPerson>(sender.Key, CancellationToken.None);
            var conversation = person?.Direct is { } direct ? await work.FindAsync<Conversation>(sender.Reference(direct).Key, CancellationToken.None) : null;
            var isLinked = await ChatLinks.FindAsync(work, sender.Person, CancellationToken.None) is not null;
            return new Known(WordBook.For(conversation?.Language ?? person?.Locale), LinkTo(sender, person), isLinked);
        },
        CancellationToken.None);

    // https://docs.slack.dev/interactivity/deep-linking
    private static string? LinkTo(SlackSender sender, SlackPerson? person) =>
        person?.Direct is { } direct ? $"https://slack.com/app_redirect?channel={direct}" + (sender.Enterprise is null ? $"&team={sender.Team}" : "") : null;

    /// <param name="Words">The person's language.</param>
    /// <param name="Link">Leads to their conversation; null where there is none yet.</param>
    /// <param name="IsLinked">Whether they are who they are by a code.</param>
    private sealed record Known(WordBook Words, string? Link, bool IsLinked);

    private sealed record Shown(SlackWindows.Opened? Window, bool LeadsThere);
}
