namespace ResetBot.Recovery.Accounts;

/// <summary>
/// The directory's own, immutable name of an account. Registrations and limits hang on it, never on a user name, which can be reassigned.
/// </summary>
/// <param name="Directory">Which directory, in lower case: <c>demo</c>, <c>entra</c>, <c>ad</c>, <c>ldap</c>.</param>
/// <param name="Value">The directory's immutable id, kept as text (an Entra object id need not be a GUID in test clients).</param>
public readonly record struct AccountId(string Directory, string Value)
{
    public override string ToString() => $"{Directory}:{Value}";

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    /// <exception cref="FormatException">The text has no directory part.</exception>
    public static AccountId Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0
            ? new AccountId(text[..colon], text[(colon + 1)..])
            : throw new FormatException("An account id is written directory:value.");
    }
}
