using System.Text.Json;

namespace ResetBot.Bot.Channels.Slack.Inbound;

/// <summary>What became of something that Slack sent.</summary>
internal abstract record SlackReceipt
{
    private SlackReceipt()
    {
    }

    /// <summary>It is done, or kept to be done, or there was nothing to do.</summary>
    internal sealed record Done : SlackReceipt;

    /// <summary>So too, and whoever did it is answered where they did it.</summary>
    /// <param name="Answer">JSON. https://docs.slack.dev/surfaces/modals#modal-response</param>
    internal sealed record Answered(ReadOnlyMemory<byte> Answer) : SlackReceipt
    {
        /// <summary>The answer to a command, which nobody else sees.</summary>
        /// <param name="text">In words.</param>
        /// <param name="blocks">What it looks like; empty for the words alone.</param>
        // https://docs.slack.dev/interactivity/implementing-slash-commands#responding_immediate_response
        public static Answered Privately(string text, ReadOnlyMemory<byte> blocks) => new(blocks.IsEmpty
            ? JsonSerializer.SerializeToUtf8Bytes(new { response_type = "ephemeral", text })
            : JsonSerializer.SerializeToUtf8Bytes(new { response_type = "ephemeral", text, blocks = JsonElement.Parse(blocks.Span) }));
    }

    /// <summary>It is of a workspace that is not served, and nothing was done.</summary>
    internal sealed record Foreign : SlackReceipt;

    /// <summary>It cannot be read, and nothing was done.</summary>
    internal sealed record Malformed(string Why) : SlackReceipt;
}
