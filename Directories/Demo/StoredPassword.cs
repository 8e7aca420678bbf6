using Microsoft.AspNetCore.Identity;
using ResetBot.Recovery.Secrets;

namespace ResetBot.Directories.Demo;

/// <summary>Compares what is typed with what is kept, and makes what is kept.</summary>
internal static class StoredPassword
{
    private static readonly object Nobody = new();
    private static readonly PasswordHasher<object> Hasher = new();

    public static string Hash(ReadOnlySpan<char> password) => Hasher.HashPassword(Nobody, password.ToString());

    public static bool IsPresent(DemoRow row, Secret typed)
    {
        if (row.StartingPassword is null)
        {
            return row.PasswordHash is not null && Matches(row.PasswordHash, typed);
        }

        using var starting = new CurrentPassword(row.StartingPassword);
        return starting.Matches(typed);
    }

    public static bool Matches(string hash, Secret typed)
        => Hasher.VerifyHashedPassword(Nobody, hash, typed.Reveal().ToString()) != PasswordVerificationResult.Failed;
}
