namespace ResetBot.Recovery.Work;

/// <summary>A message that leaves once the unit of work that caused it is saved.</summary>
/// <param name="Id">Unique; the same at every attempt.</param>
/// <param name="Lane">Messages of one lane leave one after another, in the order in which they were saved.</param>
/// <param name="Kind">Who delivers it.</param>
/// <param name="Body">What that one understands: text (JSON), in UTF-8.</param>
/// <param name="Sensitive">Holds a code, a link or a number: encrypted while it waits, erased on delivery.</param>
/// <param name="ExpiresAt">After this moment (UTC) it is worth nothing and is dropped; null means never.</param>
/// <param name="IsCourtesy">Nobody misses it: it is not kept on disk, is tried once, and is lost with the process.</param>
public sealed record OutgoingMessage(
    string Id,
    string Lane,
    string Kind,
    ReadOnlyMemory<byte> Body,
    bool Sensitive = false,
    DateTimeOffset? ExpiresAt = null,
    bool IsCourtesy = false)
{
    public override string ToString() => $"{Kind} {Id}";
}
