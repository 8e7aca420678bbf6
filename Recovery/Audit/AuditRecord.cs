using System.Text.Json;

namespace ResetBot.Recovery.Audit;

/// <summary>One link of the chain, as it is stored.</summary>
/// <param name="Sequence">Counts from 1 without a gap.</param>
/// <param name="Body">The entry and its time, as JSON; the bytes that were hashed.</param>
/// <param name="Hash">The keyed hash over the previous hash, the sequence and the body, in lower-case hex.</param>
public sealed record AuditRecord(long Sequence, string Body, string Hash)
{
    /// <summary>Writes an entry the way it is hashed and stored.</summary>
    public static string WriteBody(AuditEntry entry, DateTimeOffset at)
    {
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartObject();
            json.WriteString("at", at.UtcDateTime);
            json.WriteString("event", entry.Event.ToString());
            WriteOptional(json, "account", entry.Account?.ToString());
            WriteOptional(json, "case", entry.CaseId);
            json.WriteString("actor", entry.Actor);
            foreach (var (name, value) in entry.Details.OrderBy(detail => detail.Key, StringComparer.Ordinal))
            {
                json.WriteString("detail." + name, value);
            }

            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void WriteOptional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }
}
