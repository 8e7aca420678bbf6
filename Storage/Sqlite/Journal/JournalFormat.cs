using System.Text;
using ResetBot.Recovery.Audit;
using ResetBot.Storage.Documents;

namespace ResetBot.Storage.Sqlite.Journal;

/// <summary>Writes an entry into the few bytes that a commit has to carry to the disk, and reads it back.</summary>
internal static class JournalFormat
{
    private const byte Version = 1;

    public static void Write(JournalEntry entry, Stream stream)
    {
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(Version);
        Write(writer, entry.Documents, Write);
        Write(writer, entry.Audit, Write);
        Write(writer, entry.Messages, Write);
        Write(writer, entry.Settlements, Write);
    }

    /// <exception cref="InvalidDataException">A newer version wrote it.</exception>
    public static JournalEntry Read(byte[] body)
    {
        using var reader = new BinaryReader(new MemoryStream(body), Encoding.UTF8);
        var version = reader.ReadByte();
        if (version != Version)
        {
            throw new InvalidDataException($"The journal has an entry of format {version}; this version reads {Version}.");
        }

        var entry = new JournalEntry();
        Read(reader, entry.Documents, ReadDocument);
        Read(reader, entry.Audit, ReadAudit);
        Read(reader, entry.Messages, ReadMessage);
        Read(reader, entry.Settlements, ReadSettlement);
        return entry;
    }

    private static void Write<T>(BinaryWriter writer, List<T> items, Action<BinaryWriter, T> write)
    {
        writer.Write7BitEncodedInt(items.Count);
        foreach (var item in items)
        {
            write(writer, item);
        }
    }

    private static void Read<T>(BinaryReader reader, List<T> items, Func<BinaryReader, T> read)
    {
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            items.Add(read(reader));
        }
    }

    private static void Write(BinaryWriter writer, DocumentWrite document)
    {
        writer.Write(document.Table);
        writer.Write(document.Row.Key);
        writer.Write7BitEncodedInt64(document.Version);
        writer.Write7BitEncodedInt(document.Row.Body.Length);
        writer.Write(document.Row.Body);
        WriteText(writer, document.Row.Owner);
        WriteNumber(writer, document.Row.DueAt);
        WriteNumber(writer, document.Row.OutlivedAt);
    }

    private static DocumentWrite ReadDocument(BinaryReader reader)
    {
        var (table, key, version) = (reader.ReadString(), reader.ReadString(), reader.Read7BitEncodedInt64());
        var body = reader.ReadBytes(reader.Read7BitEncodedInt());
        return new DocumentWrite(
            table, version, new DocumentRow(key, body, ReadText(reader), ReadNumber(reader), ReadNumber(reader)), IsReadAgain: false);
    }

    private static void Write(BinaryWriter writer, AuditLine line)
    {
        writer.Write7BitEncodedInt64(line.Record.Sequence);
        writer.Write(line.Record.Body);
        writer.Write(line.Record.Hash);
        WriteText(writer, line.Account);
    }

    private static AuditLine ReadAudit(BinaryReader reader) =>
        new(new AuditRecord(reader.Read7BitEncodedInt64(), reader.ReadString(), reader.ReadString()), ReadText(reader));

    private static void Write(BinaryWriter writer, OutboxRow row)
    {
        writer.Write7BitEncodedInt64(row.Sequence);
        writer.Write(row.Id);
        writer.Write(row.Lane);
        writer.Write(row.Kind);
        writer.Write(row.Body);
        writer.Write(row.Sensitive);
        writer.Write7BitEncodedInt64(row.DueAt);
        WriteNumber(writer, row.ExpiresAt);
    }

    private static OutboxRow ReadMessage(BinaryReader reader) => new(
        reader.Read7BitEncodedInt64(), reader.ReadString(), reader.ReadString(), reader.ReadString(), reader.ReadString(),
        reader.ReadBoolean(), reader.Read7BitEncodedInt64(), ReadNumber(reader));

    private static void Write(BinaryWriter writer, OutboxSettlement settlement)
    {
        writer.Write7BitEncodedInt64(settlement.Sequence);
        WriteNumber(writer, settlement.RetryAt?.ToUnixTimeMilliseconds());
        WriteText(writer, settlement.Error);
    }

    private static OutboxSettlement ReadSettlement(BinaryReader reader)
    {
        var sequence = reader.Read7BitEncodedInt64();
        DateTimeOffset? retry = ReadNumber(reader) is { } moment ? DateTimeOffset.FromUnixTimeMilliseconds(moment) : null;
        return new OutboxSettlement(sequence, retry, ReadText(reader));
    }

    private static void WriteText(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null)
        {
            writer.Write(text);
        }
    }

    private static string? ReadText(BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;

    private static void WriteNumber(BinaryWriter writer, long? number)
    {
        writer.Write(number is not null);
        if (number is { } known)
        {
            writer.Write7BitEncodedInt64(known);
        }
    }

    private static long? ReadNumber(BinaryReader reader) => reader.ReadBoolean() ? reader.Read7BitEncodedInt64() : null;
}
