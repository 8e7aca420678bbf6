namespace ResetBot.Recovery.Accounts;

/// <summary>A phone or a mailbox of a person, as the directory has it.</summary>
/// <param name="Value">As it stands there; numbers with or without their country, and with an extension where they have one.</param>
/// <param name="OwnerMayChange">
/// The person could write something else there without anybody's leave, as Active Directory lets everybody do by default. True where the directory
/// does not tell: what people can change themselves proves nothing, since whoever holds a session of theirs can change it too.
/// </param>
public sealed record DirectoryContact(string Value, bool OwnerMayChange = true);
