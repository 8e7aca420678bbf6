using System.Buffers;
using System.Text.Json;
using ResetBot.Bot.Channels.Slack.Inbound;
using ResetBot.Bot.Channels.Slack.People;
using ResetBot.Bot.Look;
using ResetBot.Cards.Answers;
using ResetBot.Cards.Rendering;
using ResetBot.Cards.Words;
using ResetBot.Dialogs.Turns;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Channels.Slack.Outbound;

/// <summary>
/// Shows people who used a shortcut that it goes on in their own conversation, and leads them there: of a shortcut nothing is seen where it was used. What
/// cannot be shown at once is not shown. https://docs.slack.dev/reference/methods/views.open
/// </summary>
internal sealed partial class SlackModal(SlackCalls slack, IUnitsOfWork units, HouseLook look, TimeProvider time, ILogger<SlackModal> logger)
{
    private const string Method = "views.open";

    // https://docs.slack.dev/surfaces/modals#modal-view-objects
    private const int LongestTitle = 24;

    // What opens it is good for three seconds. https://docs.slack.dev/interactivity/handling-user-interaction#triggers
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2.5);

    /// <summary>Shows it; done when it is shown, or cannot be. Never throws.</summary>
    /// <param name="sender">Who used the shortcut.</param>
    /// <param name="trigger">What Slack gave for opening one thing.</param>
    public async Task ShowAsync(SlackSender sender, string trigger)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        try
        {
            var (person, language) = await units.RunAsync(work => KnownAsync(work, sender, limit.Token), limit.Token);
            var answer = await slack.WriteAsync(sender.Home, Method, Method, Request(trigger, look.Name, WordBook.For(language), LinkTo(sender, person)), limit.Token);
            if (!answer.IsRight)
            {
                LogNotShown(logger, answer.Error);
            }
        }
        catch (Exception fault)
        {
            // What the person did is done whether they see this or not.
            LogNotShown(logger, fault.Message);
        }
    }

    private static async Task<(SlackPerson? Person, string? Language)> KnownAsync(IUnitOfWork work, SlackSender sender, CancellationToken cancellation)
    {
        var person = await work.FindAsync<SlackPerson>(sender.Key, cancellation);
        var conversation = person?.Direct is { } direct ? await work.FindAsync<Conversation>(sender.Reference(direct).Key, cancellation) : null;
        return (person, conversation?.Language ?? person?.Locale);
    }

    // https://docs.slack.dev/interactivity/deep-linking
    private static string? LinkTo(SlackSender sender, SlackPerson? person) =>
        person?.Direct is { } direct ? $"https://slack.com/app_redirect?channel={direct}" + (sender.Enterprise is null ? $"&team={sender.Team}" : "") : null;

    /// <summary>The body of the request that shows it.</summary>
    internal static ReadOnlyMemory<byte> Request(string trigger, string title, WordBook words, string? link)
    {
        var room = new ArrayBufferWriter<byte>(512);
        using var json = new Utf8JsonWriter(room);
        json.WriteStartObject();
        json.WriteString("trigger_id"u8, trigger);
        json.WriteStartObject("view"u8);
        json.WriteString("type"u8, "modal"u8);
        WriteText(json, "title"u8, title.Length <= LongestTitle ? title : title[..LongestTitle]);
        WriteText(json, "close"u8, words.Say("button.close"));
        json.WritePropertyName("blocks"u8);
        json.WriteRawValue(BlockKitRenderer.Render(new ShortcutCard(link).Draw(words), "", words).Span, skipInputValidation: true);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return room.WrittenMemory;
    }

    private static void WriteText(Utf8JsonWriter json, ReadOnlySpan<byte> name, string text)
    {
        json.WriteStartObject(name);
        json.WriteString("type"u8, "plain_text"u8);
        json.WriteString("text"u8, text);
        json.WriteEndObject();
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "What a shortcut leads to was not shown in Slack: {Why}")]
    private static partial void LogNotShown(ILogger logger, string why);
}
