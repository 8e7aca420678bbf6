using System.Text.Json.Serialization;
using ResetBot.Dialogs.Waterfall;
using ResetBot.Recovery.Work;

namespace ResetBot.Dialogs.Turns;

/// <summary>What is remembered of a conversation: where it is, in which language, and what is being done in it. Never what was typed.</summary>
public sealed class Conversation : IDocument
{
    public static string Kind => "conversation";

    public required string Key { get; init; }

    public required ConversationReference Reference { get; set; }

    /// <summary>The language that the person chose; null follows the channel.</summary>
    public string? ChosenLanguage { get; set; }

    /// <summary>The language of the channel, from the last activity that named one.</summary>
    public string? Locale { get; set; }

    /// <summary>The person's time zone (IANA), from the last activity that named one.</summary>
    public string? TimeZone { get; set; }

    /// <summary>Marks of the activities that were handled last, as <see cref="HandledActivities"/> keeps them.</summary>
    public byte[] Handled { get; set; } = [];

    /// <summary>The person was greeted.</summary>
    public bool Welcomed { get; set; }

    /// <summary>Nothing can be sent here until the person writes again.</summary>
    public bool Gone { get; set; }

    /// <summary>What is being done; the last one is active.</summary>
    public List<DialogFrame> Stack { get; set; } = [];

    /// <summary>The id of the question that waits for an answer; null when none does.</summary>
    public string? Prompt { get; set; }

    /// <summary>The title of that question, for the card that takes its place.</summary>
    public string? PromptTitle { get; set; }

    /// <summary>Its card holds a link and a number, which are not to stay when it is over.</summary>
    public bool PromptIsSensitive { get; set; }

    /// <summary>The question that waits for an answer; null when none does.</summary>
    [JsonIgnore]
    public PendingQuestion? Question
    {
        get => Prompt is { } prompt ? new PendingQuestion(prompt, PromptTitle ?? "", PromptIsSensitive) : null;
        set => (Prompt, PromptTitle, PromptIsSensitive) = (value?.Prompt, value?.Title, value?.IsSensitive ?? false);
    }

    /// <summary>The card that became a note last because its button was tapped, by its message or else its question; null when none did.</summary>
    public string? TappedCard { get; set; }

    /// <summary>When that question expires.</summary>
    public DateTimeOffset? QuestionDueAt { get; set; }

    [JsonIgnore]
    public DateTimeOffset? DueAt => Stack.Count > 0 ? QuestionDueAt : null;

    /// <summary>From when on nobody comes back to it, in a channel where people do not; null where they may.</summary>
    public DateTimeOffset? LeftBehindAt { get; set; }

    // What waits for a time to pass, or for somebody else, is waited for, and a day for its person to come.
    [JsonIgnore]
    public DateTimeOffset? OutlivedAt => DueAt + TimeSpan.FromDays(1) is { } late && late > LeftBehindAt ? late : LeftBehindAt;

    [JsonIgnore]
    public string? Owner => Reference.ObjectId;

    [JsonIgnore]
    public string? Language => ChosenLanguage ?? Locale;

    /// <summary>It belonged to somebody whom its channel knows no more, and nobody has written since.</summary>
    [JsonIgnore]
    public bool IsDisowned => Gone && Owner is null;

    /// <summary>Nobody is known to write here any more, and nothing is sent until somebody does.</summary>
    public void Disown() => (Reference, Gone) = (Reference with { ObjectId = null }, true);

    /// <summary>Whose it was is no longer who writes here: nothing that was begun goes on, and nothing is sent until somebody writes.</summary>
    public void Forget()
    {
        Disown();
        Stack.Clear();
        (Question, QuestionDueAt) = (null, null);
    }
}
