namespace ResetBot.Recovery.Secrets;

/// <summary>Keys that are kept outside the database.</summary>
public interface IKeyRing
{
    /// <summary>32 bytes that are always the same for one purpose, and tell nothing about those of another.</summary>
    byte[] Derive(string purpose);

    /// <summary>Encrypts text for one purpose.</summary>
    string Protect(string purpose, string text);

    /// <summary>Reads what <see cref="Protect"/> wrote.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">It was changed, or is of another purpose or key.</exception>
    string Unprotect(string purpose, string text);
}
