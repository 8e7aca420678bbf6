using System.Text;

namespace ResetBot.Recovery.Passwords;

internal static class OneEdit
{
    /// <summary>Whether at most one character added, dropped or replaced makes one of the other.</summary>
    public static bool Apart(ReadOnlySpan<Rune> one, ReadOnlySpan<Rune> other)
    {
        if (Math.Abs(one.Length - other.Length) > 1)
        {
            return false;
        }

        if (one.Length < other.Length)
        {
            return Apart(other, one);
        }

        var same = one.CommonPrefixLength(other);
        if (same == one.Length)
        {
            return true;
        }

        return one[(same + 1)..].SequenceEqual(other[(one.Length == other.Length ? same + 1 : same)..]);
    }
}
