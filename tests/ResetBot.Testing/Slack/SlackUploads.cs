using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace ResetBot.Testing.Slack;

/// <summary>
/// Files on their way: an address for each, which takes raw bytes without a token, and what shares them. https://docs.slack.dev/messaging/working-with-files#uploading_files
/// </summary>
public sealed class SlackUploads
{
    public const string Path = "/upload/v1/";

    /// <summary>What such a request is called among the calls.</summary>
    public const string Method = "upload_url";

    private readonly ConcurrentDictionary<string, Upload> _begun = new();

    /// <summary>What the next requests to such addresses are answered, once each: a status.</summary>
    public ConcurrentQueue<int> Script { get; } = new();

    /// <summary>Where the next file is to be sent to, in place of an address of Slack.</summary>
    public string? Elsewhere { get; set; }

    /// <summary>What was shared, oldest first.</summary>
    public ConcurrentQueue<SharedFile> Shared { get; } = new();

    // https://docs.slack.dev/reference/methods/files.getUploadURLExternal
    internal JsonObject Begin(JsonObject arguments, Uri slack)
    {
        if ((string?)arguments["filename"] is not { Length: > 0 } name
            || !int.TryParse(arguments["length"]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length == 0)
        {
            throw new SlackErrorException("invalid_arguments");
        }

        var id = "F" + Guid.NewGuid().ToString("N")[..10].ToUpperInvariant();
        _begun[id] = new Upload(name, length, null);
        return new JsonObject { ["file_id"] = id, ["upload_url"] = Elsewhere ?? new Uri(slack, Path + id).ToString() };
    }

    /// <summary>Raw bytes, or a form with the file in it; 200 when it was taken.</summary>
    internal async Task<SlackCall> TakeAsync(HttpContext context)
    {
        var id = context.Request.Path.Value![Path.Length..];
        var content = await ReadAsync(context.Request);
        var status = Script.TryDequeue(out var scripted) ? scripted
            : !_begun.TryGetValue(id, out var begun) || begun.Content is not null || content.Length != begun.Length ? StatusCodes.Status400BadRequest
            : StatusCodes.Status200OK;
        if (status == StatusCodes.Status200OK)
        {
            _begun[id] = _begun[id] with { Content = content };
        }

        context.Response.StatusCode = status;
        await context.Response.WriteAsync($"OK - {content.Length}");
        return new SlackCall(Method, null, new JsonObject { ["id"] = id }, status == StatusCodes.Status200OK ? new JsonObject { ["ok"] = true } : null);
    }

    // https://docs.slack.dev/reference/methods/files.completeUploadExternal: what was not sent is not there.
    internal JsonObject Share(JsonObject arguments, string channel)
    {
        var files = arguments["files"] as JsonArray ?? throw new SlackErrorException("invalid_arguments");
        foreach (var file in files)
        {
            if (!_begun.TryRemove((string?)file?["id"] ?? "", out var upload) || upload.Content is not { } content)
            {
                throw new SlackErrorException("file_not_found");
            }

            Shared.Enqueue(new SharedFile(channel, upload.Name, (string?)file!["title"] ?? "", (string?)arguments["initial_comment"] ?? "", content));
        }

        return new JsonObject { ["files"] = files.DeepClone() };
    }

    private static async Task<byte[]> ReadAsync(HttpRequest request)
    {
        using var room = new MemoryStream();
        if (request.HasFormContentType)
        {
            await (await request.ReadFormAsync()).Files[0].CopyToAsync(room);
        }
        else
        {
            await request.Body.CopyToAsync(room);
        }

        return room.ToArray();
    }

    private sealed record Upload(string Name, int Length, byte[]? Content);
}

/// <summary>A file in a conversation.</summary>
/// <param name="Channel">Where.</param>
/// <param name="Name">What it is called when it is saved.</param>
/// <param name="Title">What it is called where it is shown.</param>
/// <param name="Comment">What was said of it.</param>
/// <param name="Content">What is in it.</param>
public sealed record SharedFile(string Channel, string Name, string Title, string Comment, byte[] Content);
