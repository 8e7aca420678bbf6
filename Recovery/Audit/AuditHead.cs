namespace ResetBot.Recovery.Audit;

/// <summary>The last record of a trail: noted elsewhere, it shows later whether the end was cut off.</summary>
public sealed record AuditHead(long Sequence, string Hash)
{
    public override string ToString() => $"{Sequence}:{Hash}";

    /// <summary>Reads what <see cref="ToString"/> wrote; null when it is none.</summary>
    public static AuditHead? TryParse(string text)
    {
        var parts = text.Split(':');
        return parts.Length == 2 && long.TryParse(parts[0], System.Globalization.CultureInfo.InvariantCulture, out var sequence) && parts[1].Length == 64
            ? new AuditHead(sequence, parts[1])
            : null;
    }
}
