using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text.Json;
using Microsoft.Extensions.Options;
using MimeKit;
using ResetBot.Bot.Look;
using ResetBot.Bot.Outbox;

namespace ResetBot.Bot.Couriers.Mail;

/// <summary>
/// Carries e-mail by Microsoft Graph (<c>POST /users/{id}/sendMail</c>). Nothing of it is left in the sender's mailbox: codes stand in it. Graph takes no key
/// by which a repeated request is dropped: a mail whose answer was lost can arrive twice.
/// </summary>
internal sealed class GraphMailCourier(
    IHttpClientFactory clients, IGraphTokens tokens, IOptions<MailOptions> options, HouseLook look, TimeProvider time, ILogger<GraphMailCourier> logger)
    : HttpCourier(CourierWays.Mail, clients, ClientName, time, logger)
{
    public const string ClientName = "graph-mail";

    protected override TimeSpan Timeout => options.Value.Timeout;

    protected override string What => "Mail";

    protected override async Task<HttpRequestMessage?> RequestAsync(CourierMessage message, CancellationToken cancellation)
    {
        if (await tokens.GetAsync(cancellation) is not { } token)
        {
            return null;
        }

        var sender = options.Value.From;
        var body = JsonSerializer.SerializeToUtf8Bytes(Asked(message), JsonSerializerOptions.Web);
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Value.Graph.Url, $"/v1.0/users/{Uri.EscapeDataString(sender)}/sendMail"))
        {
            Content = new ByteArrayContent(body),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(MediaTypeNames.Application.Json);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return request;
    }

    // A token, a permission or a mailbox that is not right is the installation's fault: no mail is given up for it.
    protected override Task<Delivery> ReadAsync(HttpResponseMessage response, CancellationToken cancellation) =>
        response.StatusCode is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound
            ? Task.FromResult<Delivery>(new Delivery.Retry(null, $"Graph does not let the application send from the mailbox ({(int)response.StatusCode})."))
            : base.ReadAsync(response, cancellation);

    protected override string Masked(string to) => Addresses.Mask(to);

    // What the relay would get, taken apart: Graph makes a message of its own of it.
    private SendMail Asked(CourierMessage message)
    {
        var name = options.Value.FromName.Length > 0 ? options.Value.FromName : look.Name;
        var from = new MailboxAddress(name, options.Value.From);
        using var mail = MailWriter.Write(message, from, new MailboxAddress("", message.To), look, Now);
        var pictures = mail.BodyParts.OfType<MimePart>().Where(part => part.ContentId is not null).Select(Picture).ToList();
        return new SendMail(
            new Mail(
                mail.Subject ?? "",
                new MailBody("HTML", mail.HtmlBody ?? ""),
                [new Party(new MailAddress(message.To))],
                new Party(new MailAddress(from.Address, name)),
                pictures),
            SaveToSentItems: false);
    }

    private static Dictionary<string, object> Picture(MimePart part)
    {
        using var content = new MemoryStream();
        part.Content?.DecodeTo(content);
        return new Dictionary<string, object>
        {
            ["@odata.type"] = "#microsoft.graph.fileAttachment",
            ["name"] = part.FileName ?? "logo",
            ["contentType"] = part.ContentType.MimeType,
            ["contentId"] = part.ContentId ?? "",
            ["isInline"] = true,
            ["contentBytes"] = Convert.ToBase64String(content.ToArray()),
        };
    }

    private sealed record SendMail(Mail Message, bool SaveToSentItems);

    private sealed record Mail(
        string Subject, MailBody Body, IReadOnlyList<Party> ToRecipients, Party From, IReadOnlyList<Dictionary<string, object>> Attachments);

    private sealed record MailBody(string ContentType, string Content);

    private sealed record Party(MailAddress EmailAddress);

    private sealed record MailAddress(string Address, string Name = "");
}
