using System.Net.Sockets;
using ResetBot.Bot.Outbox;

namespace ResetBot.Bot.Channels.Slack;

/// <summary>Slack did not answer, or not in a way that says anything: what was to be done has to wait.</summary>
internal sealed class SlackUnavailableException : Exception
{
    public SlackUnavailableException()
    {
    }

    public SlackUnavailableException(string message)
        : base(message)
    {
    }

    public SlackUnavailableException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>When Slack may be asked again, where it said so.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Slack did answer, and will say the same whenever it is asked: there is nothing to wait for.</summary>
    public bool IsForGood { get; init; }

    /// <summary>What it means for something that was to be delivered.</summary>
    public Delivery ToDelivery() => IsForGood ? new Delivery.Refused(Message) : new Delivery.Retry(RetryAfter, Message);

    /// <summary>Whether a fault says that Slack could not be reached in time, and not that the caller gave up.</summary>
    // A connection that ends in the moment in which it is made is a bare fault of its socket.
    public static bool IsLost(Exception fault, CancellationToken caller) =>
        fault is HttpRequestException or SocketException || (fault is OperationCanceledException && !caller.IsCancellationRequested);
}
