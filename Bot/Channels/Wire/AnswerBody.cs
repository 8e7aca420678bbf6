namespace ResetBot.Bot.Channels.Wire;

/// <summary>The body of what a far end answered.</summary>
internal static class AnswerBody
{
    /// <summary>Reads it whole.</summary>
    /// <param name="content">The body.</param>
    /// <param name="longest">The most that is taken, in bytes.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="HttpRequestException">It is longer, or breaks off.</exception>
    public static async Task<byte[]> ReadAsync(HttpContent content, int longest, CancellationToken cancellation)
    {
        // Nearly always it says how long it is: then it is read to where it stays.
        if (content.Headers.ContentLength is not (> 0 and var length) || length > longest)
        {
            await content.LoadIntoBufferAsync(longest, cancellation);
            return await content.ReadAsByteArrayAsync(cancellation);
        }

        try
        {
            var answer = new byte[length];
            await using var stream = await content.ReadAsStreamAsync(cancellation);
            await stream.ReadExactlyAsync(answer, cancellation);
            return answer;
        }
        catch (IOException fault)
        {
            throw new HttpRequestException("The answer broke off.", fault);
        }
    }
}
