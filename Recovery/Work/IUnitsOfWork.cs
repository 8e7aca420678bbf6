namespace ResetBot.Recovery.Work;

/// <summary>Runs units of work.</summary>
public interface IUnitsOfWork
{
    /// <summary>
    /// Runs the work and saves what it did; returns when that is on disk. When somebody else changed what the work had read, nothing is saved
    /// and the work runs again from the start, so it must not do anything in the world that cannot be repeated.
    /// </summary>
    /// <exception cref="WorkConflictException">It lost against others too many times.</exception>
    Task<T> RunAsync<T>(Func<IUnitOfWork, Task<T>> work, CancellationToken cancellation);
}
