using System.Text;
using Microsoft.Win32.SafeHandles;
using ResetBot.Recovery.Passwords.Breached;

namespace ResetBot.Bot.BreachedPasswords;

/// <summary>
/// One file of lines <c>HASH:COUNT</c>, ordered by hash. It is searched by halves, so that of a file of 40 GB no more than some thirty pieces
/// are read. Only lines that prove it count as an answer: neighbours in order, and nothing damaged between them.
/// </summary>
internal sealed partial class SortedHashFile(string file, ILogger<SortedHashFile> logger) : IBreachedPasswords
{
    // What is left when halving ends, read at once. A line has 40 digits, a colon, and a count.
    private const int Window = 4096;
    private const int LongestLine = 80;

    public bool IsThere => true;

    public Task<BreachAnswer> LookUpAsync(PasswordFingerprint fingerprint, CancellationToken cancellation) => Task.FromResult(LookUp(fingerprint));

    private BreachAnswer LookUp(PasswordFingerprint fingerprint)
    {
        try
        {
            using var handle = File.OpenHandle(file, options: FileOptions.RandomAccess);
            var answer = Find(handle, fingerprint.Reveal());
            if (answer is BreachAnswer.Unavailable)
            {
                FileDamaged(logger, file);
            }

            return answer;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            FileNotRead(logger, file, failure.GetType().Name);
            return new BreachAnswer.Unavailable();
        }
    }

    // The line of the hash begins at or behind low, and before high.
    private static BreachAnswer Find(SafeFileHandle handle, ReadOnlySpan<char> hash)
    {
        var (low, high) = (0L, RandomAccess.GetLength(handle));
        var (least, most) = ("", "G");
        while (high - low > Window)
        {
            if (LineAfter(handle, low + ((high - low) / 2)) is not { } line || Order(line.Hash, least) < 0 || Order(line.Hash, most) > 0)
            {
                return new BreachAnswer.Unavailable();
            }

            if (Order(hash, line.Hash) < 0)
            {
                (high, most) = line;
            }
            else
            {
                (low, least) = line;
            }
        }

        return Read(handle, low, high, hash);
    }

    private static int Order(ReadOnlySpan<char> one, ReadOnlySpan<char> other) => one.CompareTo(other, StringComparison.OrdinalIgnoreCase);

    /// <summary>The first line that begins behind a place, and where it does; null when there is none within reach, or it is damaged.</summary>
    private static (long At, string Hash)? LineAfter(SafeFileHandle handle, long place)
    {
        Span<byte> bytes = stackalloc byte[LongestLine * 2];
        var text = bytes[..Fill(handle, bytes, place)];
        var end = text.IndexOf((byte)'\n');
        if (end < 0)
        {
            return null;
        }

        var line = text[(end + 1)..];
        var next = line.IndexOf((byte)'\n');
        return BreachLine.TryRead(Encoding.Latin1.GetString(next < 0 ? line : line[..next]), PasswordFingerprint.Digits, out var hash, out _)
            ? (place + end + 1, hash.ToString())
            : null;
    }

    private static BreachAnswer Read(SafeFileHandle handle, long low, long high, ReadOnlySpan<char> hash)
    {
        // One line more on either side: the neighbours show that it would stand here.
        var from = Math.Max(0, low - LongestLine);
        var bytes = new byte[high - from + (LongestLine * 2)];
        var text = Encoding.Latin1.GetString(bytes, 0, Fill(handle, bytes, from));
        var isWhole = from + bytes.Length >= RandomAccess.GetLength(handle);
        var lines = text.Split('\n');
        var inside = lines.AsSpan(from == 0 ? 0 : 1, lines.Length - (from == 0 ? 0 : 1) - (isWhole ? 0 : 1));
        var before = "";
        foreach (var line in inside)
        {
            if (line.TrimEnd('\r').Length == 0)
            {
                continue;
            }

            if (!BreachLine.TryRead(line, PasswordFingerprint.Digits, out var found, out var times)
                || Order(found, before) < 0)
            {
                return new BreachAnswer.Unavailable();
            }

            if (found.Equals(hash, StringComparison.OrdinalIgnoreCase))
            {
                return times > 0 ? new BreachAnswer.Present(times) : new BreachAnswer.Absent();
            }

            before = found.ToString();
        }

        return before.Length > 0 ? new BreachAnswer.Absent() : new BreachAnswer.Unavailable();
    }

    private static int Fill(SafeFileHandle handle, Span<byte> bytes, long place)
    {
        var filled = 0;
        while (filled < bytes.Length && RandomAccess.Read(handle, bytes[filled..], place + filled) is > 0 and var read)
        {
            filled += read;
        }

        return filled;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The breached passwords in {File} are damaged, or not ordered by hash; fetch or sort them again")]
    private static partial void FileDamaged(ILogger logger, string file);

    [LoggerMessage(Level = LogLevel.Error, Message = "The breached passwords in {File} could not be read ({Failure})")]
    private static partial void FileNotRead(ILogger logger, string file, string failure);
}
