using System.Text;

namespace ResetBot.Recovery.Passwords;

/// <summary>
/// A small estimate that a page can make while somebody types: how many characters do not follow from those before them. A character follows
/// when it repeats the one before, counts on from it (abc, 321), is its neighbour on a row of the keyboard, or completes a pair that stood
/// earlier in the password.
/// </summary>
internal static class Variety
{
    private static readonly string[] KeyboardRows = ["qwertyuiopå", "asdfghjklöä", "zxcvbnm"];

    /// <summary>Of a normalised password.</summary>
    public static int Of(ReadOnlySpan<Rune> password)
    {
        var pairs = new HashSet<(Rune, Rune)>();
        var count = Math.Min(password.Length, 1);
        for (var i = 1; i < password.Length; i++)
        {
            var (before, now) = (password[i - 1], password[i]);
            var isNewPair = pairs.Add((before, now));
            if (isNewPair && Math.Abs(now.Value - before.Value) > 1 && !AreNeighbours(before, now))
            {
                count++;
            }
        }

        return count;
    }

    private static bool AreNeighbours(Rune before, Rune now)
    {
        foreach (var row in KeyboardRows)
        {
            var (one, other) = (Place(row, before), Place(row, now));
            if (one >= 0 && other >= 0 && Math.Abs(one - other) == 1)
            {
                return true;
            }
        }

        return false;
    }

    private static int Place(string row, Rune rune) => rune.IsBmp ? row.IndexOf((char)rune.Value, StringComparison.Ordinal) : -1;
}
