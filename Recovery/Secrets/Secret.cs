using System.Security.Cryptography;
using System.Text;

namespace ResetBot.Recovery.Secrets;

/// <summary>
/// Text that must not be seen: printing gives a fixed word, comparing takes a time that does not depend on the content, and the buffer is
/// cleared when it is disposed of.
/// </summary>
public abstract class Secret : IDisposable
{
    private readonly char[] _text;
    private bool _cleared;

    protected Secret(ReadOnlySpan<char> text) => _text = text.ToArray();

    /// <summary>How many characters (UTF-16 units) it has.</summary>
    public int Length => _text.Length;

    /// <summary>The text itself, for the one place that must hand it on.</summary>
    /// <exception cref="ObjectDisposedException">It was cleared.</exception>
    public ReadOnlySpan<char> Reveal()
    {
        ObjectDisposedException.ThrowIf(_cleared, this);
        return _text;
    }

    /// <summary>Compares in fixed time.</summary>
    public bool Matches(Secret other)
    {
        var mine = SHA256.HashData(Encoding.Unicode.GetBytes(_text));
        var theirs = SHA256.HashData(Encoding.Unicode.GetBytes(other._text));
        return CryptographicOperations.FixedTimeEquals(mine, theirs);
    }

    public sealed override string ToString() => "[secret]";

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        Array.Clear(_text);
        _cleared = true;
    }
}
