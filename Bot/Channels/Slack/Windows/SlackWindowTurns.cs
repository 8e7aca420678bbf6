using ResetBot.Bot.Channels.Slack.Inbound;
using ResetBot.Bot.Channels.Slack.People;
using ResetBot.Bot.Look;
using ResetBot.Cards.Answers;
using ResetBot.Cards.Questions;
using ResetBot.Cards.Words;
using ResetBot.Dialogs.Linking;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Linking;

namespace ResetBot.Bot.Channels.Slack.Windows;

/// <summary>
/// What is done in windows. Of a shortcut nothing is seen where it was used: a window says that it goes on in the person's own conversation, and leads
/// there. Whom Slack's addresses say nothing of types into a window the code with which their chat is linked, so that it stands in no conversation.
/// </summary>
internal sealed class SlackWindowTurns(SlackWindows windows, SlackHandling handling, SlackPeople people, SlackAcquaintance acquaintance, HouseLook look, TimeProvider time)
{
    // Slack waits three seconds, and so long is good what opens a window: together with a turn these are less.
    // https://docs.slack.dev/interactivity/handling-user-interaction#triggers
    private static readonly TimeSpan LimitBeforeTurn = TimeSpan.FromSeconds(0.8);
    private static readonly TimeSpan LimitBesideTurn = TimeSpan.FromSeconds(2);

    /// <summary>Whether somebody asks to be linked, in any language that people write to the bot in.</summary>
    public static bool Asks(string text) => WordBook.Languages.Any(language => string.Equals(text, WordBook.For(language).Say("word.link"), StringComparison.OrdinalIgnoreCase));

    /// <summary>Does what a shortcut asks for, and shows where it goes on.</summary>
    /// <inheritdoc cref="SlackHandling.HandleAsync"/>
    public async Task HandleAsync(SlackTurn turn, string trigger)
    {
        using var limit = new CancellationTokenSource(LimitBesideTurn, time);
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

    /// <summary>Has the code typed into a window where the person needs one and a window can be opened; else does as they are told otherwise. True when there is a window.</summary>
    /// <param name="turn">The word for linking.</param>
    /// <param name="trigger">What Slack gave for opening one thing.</param>
    /// <param name="isUnseen">Nothing is seen of it where it was used.</param>
    /// <inheritdoc cref="SlackHandling.HandleAsync" path="/exception"/>
    public async Task<bool> LinkAsync(SlackTurn turn, string trigger, bool isUnseen)
    {
        using var limit = new CancellationTokenSource(LimitBeforeTurn, time);
        if (await NeedsCodeAsync(turn.Sender, limit.Token) != true)
        {
            await (isUnseen ? HandleAsync(turn, trigger) : handling.HandleAsync(turn));
            return false;
        }

        var words = (await acquaintance.OfAsync(turn.Sender)).Words;
        var view = new SlackView(look.Name, new LinkWindowCard().Draw(words), words) { Name = LinkWindowCard.Name };
        if (await windows.OpenAsync(turn.Sender, trigger, view, limit.Token) is not null)
        {
            return true;
        }

        // The trigger is spent.
        await handling.HandleAsync(turn);
        return false;
    }

    /// <summary>Takes the code that was typed into the window, and answers there.</summary>
    /// <inheritdoc cref="SlackHandling.HandleAsync" path="/exception"/>
    public async Task<SlackReceipt> TakeCodeAsync(SlackTurn turn)
    {
        var known = await acquaintance.OfAsync(turn.Sender);
        if (LinkWord.DigitsIn(turn.Text) is not { Length: LinkingDesk.Digits })
        {
            // Whatever it was, it goes no further.
            return new SlackReceipt.Answered(SlackView.Objecting(known.Words.Say("link.shape", LinkingDesk.Digits)));
        }

        using var limit = new CancellationTokenSource(LimitBeforeTurn, time);
        if (await NeedsCodeAsync(turn.Sender, limit.Token) is not { } needed)
        {
            return new SlackReceipt.Answered(SlackView.Objecting(known.Words.Say("chat.error")));
        }

        if (!needed)
        {
            // In their conversation it would be the answer to whatever is asked there.
            return new SlackReceipt.Answered(View(known.Link, known.Words, known.Words.Say("link.known")).Answering());
        }

        var said = (await handling.HandleAsync(turn))?.Message;
        known = await acquaintance.OfAsync(turn.Sender);
        return said is null || known.IsLinked
            ? new SlackReceipt.Answered(View(known.Link, known.Words, said).Answering())
            : new SlackReceipt.Answered(SlackView.Objecting(said));
    }

    // Null while nobody says who they are.
    private async Task<bool?> NeedsCodeAsync(SlackSender sender, CancellationToken limit)
    {
        try
        {
            return (await people.FindAsync(sender, place: null, limit)).RefusedFor?.IsLinkable() == true;
        }
        catch (Exception unknown) when (unknown is SlackUnavailableException or DirectoryUnavailableException or OperationCanceledException)
        {
            return null;
        }
    }

    private async Task<Shown> ShowAsync(SlackSender sender, string trigger, CancellationToken limit)
    {
        var known = await acquaintance.OfAsync(sender);
        return new Shown(await windows.OpenAsync(sender, trigger, View(known.Link, known.Words), limit), known.Link is not null);
    }

    // For somebody who never wrote the conversation is there only now.
    private async Task LeadAsync(SlackSender sender, Shown shown, CancellationToken limit)
    {
        if (shown is { Window: { } window, LeadsThere: false } && await acquaintance.OfAsync(sender) is { Link: { } link } known)
        {
            await windows.ReplaceAsync(sender, window, View(link, known.Words), limit);
        }
    }

    private SlackView View(string? link, WordBook words, string? said = null) => new(look.Name, new ShortcutCard(link, said).Draw(words), words);

    private sealed record Shown(SlackWindows.Opened? Window, bool LeadsThere);
}
