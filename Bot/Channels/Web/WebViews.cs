using Microsoft.AspNetCore.Antiforgery;
using ResetBot.Bot.Pages;
using ResetBot.Cards.Answers;
using ResetBot.Cards.Model;
using ResetBot.Cards.Rendering;
using ResetBot.Cards.Words;
using ResetBot.Dialogs.Turns;
using ResetBot.Recovery.Cases;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Channels.Web;

/// <summary>Draws the chat page from what is remembered of the conversation.</summary>
internal sealed class WebViews(IUnitsOfWork units, WebReplies replies, FormIds ids, IAntiforgery antiforgery)
{
    /// <summary>The page as this browser may see it.</summary>
    public async Task<WebView> OfAsync(HttpContext context, WebSession? session)
    {
        var (conversation, transcript, recoveryCase) = session is { IsOver: false }
            ? await units.RunAsync(work => ReadAsync(work, session.ConversationKey, context.RequestAborted), context.RequestAborted)
            : default;
        var words = conversation?.Language is { } language ? WordBook.For(language) : BrowserLanguage.Of(context);
        var token = antiforgery.GetAndStoreTokens(context);
        var id = ids.New(session is { IsOver: false } ? session.Conversation : null);
        var form = new HtmlForm("/", [new(token.FormFieldName, token.RequestToken!), new("id", id), new("zone", "")]);
        var isBegun = transcript is { Entries.Count: > 0 };
        var turns = isBegun ? Turns(transcript!, conversation?.Prompt, form) : [Offer(new WebWelcomeCard(), words, form)];
        var next = isBegun && conversation?.Prompt is null ? Offer(new WebNextCard(), words, form) : null;
        // Beside the number of a link it would be taken for that one.
        var asksLink = transcript?.Entries.Exists(entry => entry.ProtectedCard is not null && entry.Prompt == conversation?.Prompt) == true;
        var isLive = recoveryCase is { IsLive: true, Stranger: not null } && !asksLink;
        return new WebView(
            words, turns, next, token, id, isLive ? recoveryCase!.MoveNumber : null, session is { IsOver: false }, session is { IsOver: true });
    }

    /// <summary>The case that is under way in a conversation; null when none is.</summary>
    public static async Task<RecoveryCase?> CaseAsync(IUnitOfWork work, Conversation? conversation, CancellationToken cancellation)
    {
        foreach (var frame in conversation?.Stack ?? [])
        {
            if (frame.State.Text("CaseId") is { Length: > 0 } caseId)
            {
                return await work.FindAsync<RecoveryCase>(caseId, cancellation);
            }
        }

        return null;
    }

    private static async Task<(Conversation?, WebTranscript?, RecoveryCase?)> ReadAsync(IUnitOfWork work, string key, CancellationToken cancellation)
    {
        var conversation = await work.FindAsync<Conversation>(key, cancellation);
        return (conversation, await work.FindAsync<WebTranscript>(key, cancellation), await CaseAsync(work, conversation, cancellation));
    }

    private static string Offer(ICard card, WordBook words, HtmlForm form) => HtmlRenderer.Render(card.Draw(words), words, "next", form);

    // What can be chosen is the newest card of the pending question.
    private List<string> Turns(WebTranscript transcript, string? pending, HtmlForm form)
    {
        var entries = transcript.Entries;
        var live = pending is null ? -1 : entries.FindLastIndex(entry => entry.Prompt == pending);
        return [.. entries.Select((entry, index) => Drawn(entry, $"t{index}", index == live ? form : null))];
    }

    private string Drawn(WebTranscript.Entry entry, string id, HtmlForm? form)
    {
        var words = WordBook.For(entry.Language);
        if (replies.CardOf(entry) is not { } card)
        {
            return HtmlRenderer.Say(entry.Text ?? "", words);
        }

        // A question that was answered, or took the place of another, is only its title: its link and number are nobody's business any more.
        var isPast = entry.Prompt.Length > 0 && form is null;
        var shown = isPast ? new Card(card.Title, [], [], card.Summary, IsSettled: true) : card;
        return HtmlRenderer.Render(shown, words, id, form?.For(entry.Prompt));
    }
}
