using System.Text.Json;
using Azure.Identity;
using Microsoft.Extensions.Options;
using ResetBot.Bot.Channels.Teams.Inbound;
using ResetBot.Bot.Outbox;
using ResetBot.Dialogs.Turns;

namespace ResetBot.Bot.Channels.Teams.Outbound;

/// <summary>
/// Writes to conversations in Teams (Bot Framework Connector REST API). Never throws for what a network or a connector can do: that is a
/// <see cref="Delivery"/>. A message whose answer was lost is sent again, so that it can arrive twice but not get lost.
/// </summary>
internal sealed partial class ConnectorClient(
    ConnectorCalls calls, Destinations destinations, IOptions<TeamsOptions> options, ILogger<ConnectorClient> logger)
{
    // Microsoft Teams, message size limit: about 100 KB, and 80 KB to be on the safe side.
    public const int LargestBody = 80 * 1024;

    private static readonly Destination Gcc = new Destination.Trusted(CloudAddresses.GccServiceUrl);

    /// <summary>
    /// Sends a message, an update or a typing sign. Its service URL counts as proven: take it only from an <see cref="Activity"/> that the endpoint let in, or from where such a one was stored.
    /// </summary>
    /// <param name="message">What to send.</param>
    /// <param name="updates">For <see cref="OutgoingKind.Update"/>, the channel's id of the message to replace; without one nothing is
    /// sent.</param>
    /// <param name="cancellation">Gives up; the message may still arrive.</param>
    public async Task<Delivery> SendAsync(QueuedActivity message, string? updates, CancellationToken cancellation)
    {
        if (message.Kind == OutgoingKind.Update && updates is null)
        {
            return new Delivery.Delivered(null);
        }

        var body = message.Body();
        if (body.Length > LargestBody)
        {
            return new Delivery.Refused($"The message has {body.Length} bytes; {LargestBody} is the most.");
        }

        var destination = destinations.OfReference(message.ServiceUrl);
        var activities = $"v3/conversations/{Uri.EscapeDataString(message.ConversationId)}/activities";
        Func<Task<ConnectorAnswer>> call = message switch
        {
            { Kind: OutgoingKind.Update } => () => CallAsync(destination, HttpMethod.Put, Below(activities, updates!), body, cancellation),
            { Kind: OutgoingKind.Message, ReplyToId: { } id } => () => ReplyAsync(destination, activities, id, body, cancellation),
            _ => () => CallAsync(destination, HttpMethod.Post, activities, body, cancellation),
        };
        return await DeliverAsync(call, destination, cancellation);
    }

    /// <summary>Opens the personal chat with somebody for whom the app is installed.</summary>
    /// <param name="objectId">The person's Entra object id.</param>
    /// <param name="tenantId">The person's tenant.</param>
    /// <param name="serviceUrl">The connector, where a verified token named one; null for the cloud's own.</param>
    /// <param name="cancellation">Gives up; the conversation may still be opened, and opening it again gives the same one.</param>
    public async Task<ConversationOpening> CreateConversationAsync(
        string objectId, string tenantId, string? serviceUrl, CancellationToken cancellation)
    {
        var destination = destinations.OfAddress(serviceUrl);
        var body = ActivityWriter.WriteConversation(options.Value.AppId, objectId, tenantId);
        ConnectorAnswer? last = null;
        var delivery = await DeliverAsync(
            async () => last = await CallAsync(destination, HttpMethod.Post, "v3/conversations", body, cancellation), destination, cancellation);
        if (delivery is not Delivery.Delivered { MessageId: { } conversationId })
        {
            var failure = delivery is Delivery.Delivered ? new Delivery.Refused("The connector named no conversation.") : delivery;
            return new ConversationOpening.Failed(failure);
        }

        return new ConversationOpening.Opened(new ConversationReference
        {
            Channel = InboundTrust.Channel,
            ConversationId = conversationId,
            ServiceUrl = ServiceUrlOf(last!) ?? serviceUrl,
            UserId = objectId,
            ObjectId = objectId,
            TenantId = tenantId,
            BotId = options.Value.IsConfigured ? "28:" + options.Value.AppId : null,
        });
    }

    private async Task<Delivery> DeliverAsync(Func<Task<ConnectorAnswer>> call, Destination destination, CancellationToken cancellation)
    {
        if (destination is Destination.Refused refused)
        {
            DestinationRefused(refused.Why);
            return new Delivery.Refused(refused.Why);
        }

        try
        {
            var answer = await call();
            return answer.Judge(MemberOf(answer, "id"u8));
        }
        catch (HttpRequestException fault)
        {
            return new Delivery.Retry(null, $"The connector cannot be reached ({fault.HttpRequestError}).");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new Delivery.Retry(null, "The connector did not answer in time.");
        }
        catch (AuthenticationFailedException fault)
        {
            NoToken(fault);
            return new Delivery.Retry(null, "The bot's own token could not be had.");
        }
    }

    private async Task<ConnectorAnswer> ReplyAsync(
        Destination destination, string activities, string replyTo, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var answer = await CallAsync(destination, HttpMethod.Post, Below(activities, replyTo), body, cancellation);

        // What the reply stands under was deleted; the words still matter.
        return answer.IsNoSuchActivity ? await CallAsync(destination, HttpMethod.Post, activities, body, cancellation) : answer;
    }

    private async Task<ConnectorAnswer> CallAsync(
        Destination destination, HttpMethod method, string path, ReadOnlyMemory<byte> body, CancellationToken cancellation)
    {
        var answer = await calls.CallAsync(destination, method, path, body, cancellation);
        var mayBeGcc = destination is Destination.Trusted && options.Value.Cloud is TeamsCloud.Public or TeamsCloud.Gcc;
        return answer.IsWrongHost && mayBeGcc ? await calls.CallAsync(Gcc, method, path, body, cancellation) : answer;
    }

    private static string Below(string activities, string id) => $"{activities}/{Uri.EscapeDataString(id)}";

    private string? ServiceUrlOf(ConnectorAnswer answer) =>
        MemberOf(answer, "serviceUrl"u8) is { } named && destinations.OfAddress(named) is not Destination.Refused ? named : null;

    private static string? MemberOf(ConnectorAnswer answer, ReadOnlySpan<byte> name)
    {
        var json = new Utf8JsonReader(answer.Body.Span);
        try
        {
            _ = json.Read();
            while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
            {
                var isIt = json.ValueTextEquals(name);
                _ = json.Read();
                if (isIt)
                {
                    return json.TokenType == JsonTokenType.String && json.GetString() is { Length: > 0 } text ? text : null;
                }

                json.Skip();
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // Some answers have no body; then the message has no id that could be updated later.
        }

        return null;
    }

    [LoggerMessage(LogLevel.Error, "A message to Teams was not sent: {Why}")]
    private partial void DestinationRefused(string why);

    [LoggerMessage(LogLevel.Error, "The bot's own token could not be had; nothing can be sent to Teams")]
    private partial void NoToken(Exception fault);
}
