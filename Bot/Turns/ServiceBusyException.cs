namespace ResetBot.Bot.Turns;

/// <summary>As much is under way as is taken on at once, or the service is stopping. Nothing of this turn was recorded: it may come again.</summary>
internal sealed class ServiceBusyException : Exception
{
    public ServiceBusyException()
    {
    }

    public ServiceBusyException(string message)
        : base(message)
    {
    }

    public ServiceBusyException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <param name="retryAfter">When it may come again.</param>
    public ServiceBusyException(TimeSpan retryAfter)
        : base("As much is under way as is taken on at once.") => RetryAfter = retryAfter;

    public TimeSpan RetryAfter { get; } = TimeSpan.FromSeconds(1);
}
