using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Limits;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Secrets;
using ResetBot.Recovery.Work;

namespace ResetBot.Recovery.Registration;

/// <summary>Registers methods that nobody has to confirm, for people who exist in load tests only.</summary>
public static class SeededRegistration
{
    /// <summary>Adds the methods to an account that has none; false when it had some.</summary>
    public static async Task<bool> AddAsync(
        IUnitOfWork work, AccountId account, IReadOnlyList<(MethodKind Kind, string Destination)> methods, CancellationToken cancellation)
    {
        var record = await AccountRecord.OfAsync(work, account, cancellation);
        if (record.EverRegistered)
        {
            return false;
        }

        record.EverRegistered = true;
        record.Registered.AddRange(methods.Select(method => new RegisteredMethod
        {
            Id = Draw.Name(),
            Kind = method.Kind,
            Destination = method.Destination,
            AddedAt = work.Now,
            CountsFrom = work.Now,
        }));
        work.Save(record);
        return true;
    }
}
