using System.Buffers;
using System.Text.Json;
using ResetBot.Bot.Channels.Slack.Inbound;
using ResetBot.Bot.Channels.Slack.Outbound;
using ResetBot.Bot.Channels.Slack.People;
using ResetBot.Bot.Outbox;
using ResetBot.Recovery.Accounts;
using ResetBot.Storage;

namespace ResetBot.Bot.Channels.Slack.Home;

/// <summary>Draws the Home tab of a person as things stand now, and publishes it. https://docs.slack.dev/reference/methods/views.publish</summary>
internal sealed class SlackHomeTabDelivery(SlackHomeTabView view, SlackHomeTabs tabs, SlackPeople people, SlackWorkspaces workspaces, SlackCalls slack) : IDeliver
{
    private const string Method = "views.publish";

    public bool Delivers(string kind) => kind == SlackHomeTabs.MessageKind;

    public async Task<Delivery> DeliverAsync(OutboxItem item, CancellationToken cancellation)
    {
        var order = JsonSerializer.Deserialize<SlackHomeTabOrder>(item.Body.Span)!;
        if (tabs.IsDone(order))
        {
            return new Delivery.Delivered(null);
        }

        try
        {
            return await workspaces.IsRemovedAsync(order.Person.Home, cancellation) ? new Delivery.Gone("the app was removed") : await PublishAsync(order.Person, cancellation);
        }
        catch (SlackUnavailableException unavailable)
        {
            return unavailable.ToDelivery();
        }
        catch (DirectoryUnavailableException unavailable)
        {
            return new Delivery.Retry(null, unavailable.Message);
        }
    }

    private async Task<Delivery> PublishAsync(SlackSender sender, CancellationToken cancellation)
    {
        var person = await people.FindAsync(sender, place: null, cancellation);
        var drawn = await view.DrawAsync(sender, person, cancellation);
        var answer = await slack.WriteAsync(sender.Home, Method, Method, Request(sender.User, drawn.Blocks), cancellation);
        if (!answer.IsRight)
        {
            return answer.Judge(messageId: null);
        }

        if (!drawn.IsWhole)
        {
            return new Delivery.Retry(null, "the directory did not answer");
        }

        tabs.NoteDrawn(sender, person, drawn.At);
        return new Delivery.Delivered(null);
    }

    /// <summary>The body of the request that publishes it.</summary>
    internal static ReadOnlyMemory<byte> Request(string user, ReadOnlyMemory<byte> blocks)
    {
        var room = new ArrayBufferWriter<byte>(blocks.Length + 128);
        using var json = new Utf8JsonWriter(room);
        json.WriteStartObject();
        json.WriteString("user_id"u8, user);
        json.WriteStartObject("view"u8);
        json.WriteString("type"u8, "home"u8);
        json.WritePropertyName("blocks"u8);
        json.WriteRawValue(blocks.Span, skipInputValidation: true);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return room.WrittenMemory;
    }
}
