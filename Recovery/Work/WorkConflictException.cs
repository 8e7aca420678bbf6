namespace ResetBot.Recovery.Work;

/// <summary>A unit of work lost against others too many times, and nothing of it was saved.</summary>
public sealed class WorkConflictException : Exception
{
    public WorkConflictException()
    {
    }

    public WorkConflictException(string message)
        : base(message)
    {
    }

    public WorkConflictException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
