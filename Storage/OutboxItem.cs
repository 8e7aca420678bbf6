using System.Text;

namespace ResetBot.Storage;

/// <summary>A message that waits in the outbox.</summary>
/// <param name="Sequence">The order in which messages were saved; below zero for one that is not on disk.</param>
/// <param name="Id">The same at every attempt.</param>
/// <param name="Lane">Messages of one lane leave one after another.</param>
/// <param name="Kind">Who delivers it.</param>
/// <param name="Body">What that one understands: text (JSON), in UTF-8 and in clear.</param>
/// <param name="DueAt">Not before this moment (UTC).</param>
/// <param name="ExpiresAt">After this moment (UTC) it is dropped; null means never.</param>
/// <param name="Attempts">How often it was tried.</param>
public sealed record OutboxItem(
    long Sequence, string Id, string Lane, string Kind, ReadOnlyMemory<byte> Body, DateTimeOffset DueAt, DateTimeOffset? ExpiresAt, int Attempts)
{
    /// <summary>It is not on disk, is tried once, and is lost with the process.</summary>
    public bool IsCourtesy => Sequence < 0;

    /// <summary>The body is on disk only, and read when it is needed (<see cref="IOutbox.Read"/>).</summary>
    public bool IsBodyLeft { get; init; }

    /// <summary>The same without its body, for one that waits behind many others.</summary>
    public OutboxItem LeavingBody() => this with { Body = default, IsBodyLeft = true };

    /// <summary>The body as text.</summary>
    public string Text => Encoding.UTF8.GetString(Body.Span);

    public override string ToString() => $"{Kind} {Id}";
}
