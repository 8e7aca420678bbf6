using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Challenges;
using ResetBot.Recovery.Registration;

namespace ResetBot.Recovery.Methods;

/// <summary>Methods that nobody registers, since the directory has what they need. They are made anew whenever the directory was asked.</summary>
public sealed class DirectoryMethods(ChallengeOptions options)
{
    /// <summary>What the directory has for an account of the kinds that are allowed: the call to the office phone, if its number can be called, and the manager.</summary>
    internal IEnumerable<RegisteredMethod> Of(Account account, IReadOnlyCollection<MethodKind> allowed)
    {
        if (allowed.Contains(MethodKind.VoiceOffice)
            && account.OfficePhone is { } phone
            && Destinations.Office(phone.Value, options.PhoneRegion) is { } number)
        {
            yield return Made(MethodKind.VoiceOffice, number);
        }

        foreach (var manager in Manager(account, allowed))
        {
            yield return manager;
        }
    }

    private static IEnumerable<RegisteredMethod> Manager(Account account, IReadOnlyCollection<MethodKind> allowed) =>
        allowed.Contains(MethodKind.ManagerApproval) && account.Manager is { } manager && manager != account.Id
            ? [Made(MethodKind.ManagerApproval, manager.ToString())]
            : [];

    /// <summary>
    /// What the directory has that nobody has confirmed, in the order in which it is preferred: other e-mail addresses, and the mobile phone for text
    /// messages, as far as they are trusted.
    /// </summary>
    public IEnumerable<RegisteredMethod> Unconfirmed(Account account, DirectoryTrust trust)
    {
        foreach (var mail in account.OtherMails.Where(entry => IsTrusted(entry, trust)))
        {
            if (Destinations.Email(mail.Value) is { } address)
            {
                yield return Made(MethodKind.DirectoryEmail, address);
            }
        }

        if (account.MobilePhone is { } phone && IsTrusted(phone, trust) && Destinations.Mobile(phone.Value, options.PhoneRegion) is { } number)
        {
            yield return Made(MethodKind.DirectoryMobile, number);
        }
    }

    private static bool IsTrusted(DirectoryContact entry, DirectoryTrust trust) =>
        trust == DirectoryTrust.All || (trust == DirectoryTrust.Protected && !entry.OwnerMayChange);

    // The id hangs on the number: a code that was sent to another one is worth nothing any more.
    private static RegisteredMethod Made(MethodKind kind, string destination) => new()
    {
        Id = $"{kind}:{destination}",
        Kind = kind,
        Destination = destination,
        AddedAt = DateTimeOffset.MinValue,
        CountsFrom = DateTimeOffset.MinValue,
    };
}
