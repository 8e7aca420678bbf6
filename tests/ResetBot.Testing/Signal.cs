namespace ResetBot.Testing;

/// <summary>Tells those who wait that something changed.</summary>
internal sealed class Signal
{
    private TaskCompletionSource _next = New();

    /// <summary>Completes with the next change: taken before one looks, none is missed.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Raise() => Interlocked.Exchange(ref _next, New()).SetResult();

    /// <summary>Waits until something holds, which can come to hold with a change only.</summary>
    /// <param name="holds">What.</param>
    /// <param name="patience">How long to wait for each change.</param>
    public async Task UntilAsync(Func<bool> holds, TimeSpan patience)
    {
        while (true)
        {
            var next = Next;
            if (holds())
            {
                return;
            }

            await next.WaitAsync(patience);
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
