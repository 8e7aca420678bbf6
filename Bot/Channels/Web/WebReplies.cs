using System.Text;
using System.Text.Json;
using ResetBot.Bot.Turns;
using ResetBot.Cards.Model;
using ResetBot.Dialogs.Turns;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Channels.Web;

/// <summary>
/// Writes answers where the browser reads them: saved with the turn, they are there when it is acknowledged. Pages that wait for news are
/// told after that.
/// </summary>
internal sealed class WebReplies(IKeyRing keys, WebOptions options) : IChannelReplies
{
    private const string CardPurpose = "web-card";

    public bool Writes(string channel) => channel == WebChannel.Name;

    public async Task WriteAsync(IUnitOfWork work, ChannelReply reply)
    {
        var key = reply.To.Key;
        var transcript = await work.FindAsync<WebTranscript>(key, CancellationToken.None) ?? new WebTranscript { Key = key };
        transcript.Put(Entry(reply), reply.Replaces);
        var due = (await work.FindAsync<Conversation>(key, CancellationToken.None))?.DueAt;
        transcript.KeptUntil = (due > work.Now ? due.Value : work.Now) + options.KeepFor;
        work.Save(transcript);
        work.Send(new OutgoingMessage(Draw.Name(), "news/" + key, WebNewsDelivery.Kind, Encoding.UTF8.GetBytes(key)));
    }

    /// <summary>The card of an answer; null when it is words.</summary>
    public Card? CardOf(WebTranscript.Entry entry) =>
        entry.ProtectedCard is { } hidden ? JsonSerializer.Deserialize<Card>(keys.Unprotect(CardPurpose, hidden)) : entry.Card;

    private WebTranscript.Entry Entry(ChannelReply reply)
    {
        var language = reply.Words.Language;
        if (reply.Card is not { } card)
        {
            return new WebTranscript.Entry(language, reply.Text);
        }

        return reply.IsSensitive
            ? new WebTranscript.Entry(language, ProtectedCard: keys.Protect(CardPurpose, JsonSerializer.Serialize(card)), Prompt: reply.Prompt)
            : new WebTranscript.Entry(language, Card: card, Prompt: reply.Prompt);
    }
}
