using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Secrets;

namespace ResetBot.Directories.Demo;

/// <summary>What a demonstration page may show and try. Never offered outside demo mode: it tells passwords.</summary>
public interface IDemoCompany
{
    /// <summary>The seeded people in the order of their names, as they are now. Generated people are not listed.</summary>
    Task<IReadOnlyList<DemoPerson>> ListAsync(CancellationToken cancellation);

    /// <summary>
    /// Signs in with a user name and password, exactly as <see cref="IDirectory.CheckPasswordAsync"/> checks one: a wrong password counts
    /// towards the directory's lockout. An unknown user name is <see cref="PasswordCheck.Wrong"/>.
    /// </summary>
    Task<PasswordCheck> SignInAsync(string userName, CurrentPassword password, CancellationToken cancellation);
}
