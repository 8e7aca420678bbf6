using Microsoft.AspNetCore.Http.Features;

namespace ResetBot.Bot.Channels.Wire;

/// <summary>Reads a request's body up to a ceiling, whatever its Content-Length says.</summary>
internal static class RequestBody
{
    /// <summary>Null when it is longer than <paramref name="most"/> bytes.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int most)
    {
        if (request.ContentLength > most)
        {
            return null;
        }

        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
        {
            // The count below decides, so that the answer is ours.
            server.MaxRequestBodySize = null;
        }

        return request.ContentLength is { } length
            ? await ReadAsync(request, new byte[length])
            : await ReadChunksAsync(request, most);
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, byte[] body)
    {
        await request.Body.ReadExactlyAsync(body, request.HttpContext.RequestAborted);
        return body;
    }

    private static async Task<ReadOnlyMemory<byte>?> ReadChunksAsync(HttpRequest request, int most)
    {
        using var read = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
        {
            if (read.Length + count > most)
            {
                return null;
            }

            await read.WriteAsync(buffer.AsMemory(0, count), request.HttpContext.RequestAborted);
        }

        return read.ToArray();
    }
}
