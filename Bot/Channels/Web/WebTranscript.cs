using System.Text.Json.Serialization;
using ResetBot.Cards.Model;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Channels.Web;

/// <summary>What the bot said in a conversation of the web page, as it stands there now. What the person typed is not kept.</summary>
internal sealed class WebTranscript : IDocument
{
    // A page is read by scrolling; what is older than this many answers is left out.
    private const int Most = 40;

    public static string Kind => "web_transcript";

    /// <summary>The key of the conversation.</summary>
    public required string Key { get; init; }

    public List<Entry> Entries { get; set; } = [];

    public DateTimeOffset KeptUntil { get; set; }

    [JsonIgnore]
    public DateTimeOffset? OutlivedAt => KeptUntil;

    /// <summary>Adds an answer, in the place of the card that asked a question where there is one.</summary>
    public void Put(Entry entry, string? replaces)
    {
        var place = replaces is null ? -1 : Entries.FindLastIndex(known => known.Prompt == replaces);
        if (place >= 0)
        {
            Entries[place] = entry;
            return;
        }

        Entries.Add(entry);
        if (Entries.Count > Most)
        {
            Entries.RemoveAt(0);
        }
    }

    /// <summary>One answer.</summary>
    /// <param name="Language">In which language.</param>
    /// <param name="Text">Plain words; null when it is a card.</param>
    /// <param name="Card">The card; null when it is words, or holds what must be encrypted.</param>
    /// <param name="ProtectedCard">The card, encrypted, where it holds a link and a number.</param>
    /// <param name="Prompt">The question that the card asks; empty when it asks none.</param>
    public sealed record Entry(string Language, string? Text = null, Card? Card = null, string? ProtectedCard = null, string Prompt = "");
}
