using Path = System.IO.Path;

namespace ResetBot.Recovery.Passwords.Breached;

/// <summary>Checks <see cref="BreachedPasswordOptions"/> when the host starts, and that what they name can be read.</summary>
public static class BreachedPasswordOptionsValidator
{
    private const int MostTimes = 1_000_000;
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromSeconds(30);

    // The first and the last of the 1,048,576 range files: a download that was broken off lacks the last.
    private static readonly string[] Outermost = ["00000.txt", "FFFFF.txt"];

    /// <summary>Every fault, each with the value found; empty when there is none.</summary>
    public static IReadOnlyList<string> Faults(BreachedPasswordOptions options)
    {
        var faults = new List<string>();
        Expect(Enum.IsDefined(options.Source), $"{Name(nameof(options.Source))} is None, Folder, File or Api; found {options.Source}.");
        Expect(
            Enum.IsDefined(options.WhenUnavailable), $"{Name(nameof(options.WhenUnavailable))} is Refuse or GoOn; found {options.WhenUnavailable}.");
        Expect(
            options.MinimumCount is >= 1 and <= MostTimes, $"{Name(nameof(options.MinimumCount))} is 1 to {MostTimes}; found {options.MinimumCount}.");
        Expect(
            options.Timeout >= TimeSpan.FromSeconds(1) && options.Timeout <= LongestTimeout,
            $"{Name(nameof(options.Timeout))} is 00:00:01 to {LongestTimeout}; found {options.Timeout}.");
        Expect(IsProtected(options.Address), $"{Name(nameof(options.Address))} is an https address (http on loopback only); found '{options.Address}'.");
        Expect(
            options.Source != BreachSource.Folder || Array.TrueForAll(Outermost, file => CanBeRead(Path.Combine(options.Path, file))),
            $"{Name(nameof(options.Path))} is a folder with the range files 00000.txt to FFFFF.txt, which can be read; found '{options.Path}'.");
        Expect(
            options.Source != BreachSource.File || CanBeRead(options.Path),
            $"{Name(nameof(options.Path))} is a file that can be read and is not empty; found '{options.Path}'.");
        return faults;

        void Expect(bool holds, string fault)
        {
            if (!holds)
            {
                faults.Add(fault);
            }
        }
    }

    private static string Name(string option) => $"{BreachedPasswordOptions.Section}:{option}";

    private static bool IsProtected(Uri? address)
        => address is { IsAbsoluteUri: true, Query: "", UserInfo: "" }
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    private static bool CanBeRead(string file)
    {
        try
        {
            using var handle = File.OpenHandle(file);
            return RandomAccess.GetLength(handle) > 0;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
