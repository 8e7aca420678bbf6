using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Limits;

namespace ResetBot.Recovery.Methods;

/// <summary>Says of each registered method whether it counts now.</summary>
public sealed class MethodJudge(IDirectory directory, IMethodsOffered offered)
{
    /// <summary>The standing of every method of an account in a case in which methods of these kinds were used already.</summary>
    public IReadOnlyList<(RegisteredMethod Method, MethodStanding Standing)> Judge(
        AccountRecord record, Account account, IReadOnlyCollection<MethodKind> used, DateTimeOffset now) =>
        [.. record.Methods.OrderBy(method => method.Kind).Select(method => (method, Standing(method, record, account, used, now)))];

    /// <summary>Whether an address hangs on the account: its own mailbox, or any in a domain of the company.</summary>
    public bool DependsOnAccount(string address, Account account) =>
        string.Equals(address, account.Mail, StringComparison.OrdinalIgnoreCase)
        || string.Equals(address, account.UserName, StringComparison.OrdinalIgnoreCase)
        || directory.VerifiedDomains.Any(domain => InDomain(address, domain));

    private MethodStanding Standing(
        RegisteredMethod method, AccountRecord record, Account account, IReadOnlyCollection<MethodKind> used, DateTimeOffset now)
    {
        if (used.Contains(method.Kind))
        {
            return new MethodStanding.GroupUsed();
        }

        if (!offered.Offers(method.Kind))
        {
            return new MethodStanding.NotOffered();
        }

        if (method.Kind == MethodKind.Email && DependsOnAccount(method.Destination, account))
        {
            return new MethodStanding.DependsOnAccount();
        }

        if (method.Codes is { Hashes.Count: 0 })
        {
            return new MethodStanding.UsedUp();
        }

        if (method.CountsFrom > now)
        {
            return new MethodStanding.NotYet(method.CountsFrom);
        }

        return AttemptLimiter.MethodPausedUntil(record, ChallengeKeys.Registered(method.Kind), now) is { } until
            ? new MethodStanding.Paused(until)
            : new MethodStanding.Counts();
    }

    private static bool InDomain(string address, string domain)
    {
        var host = address[(address.LastIndexOf('@') + 1)..];
        return host.Equals(domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith("." + domain, StringComparison.OrdinalIgnoreCase);
    }
}
