using System.Security.Cryptography;
using System.Text;

namespace ResetBot.ConversationTests;

/// <summary>A folder of range files of breached passwords, in which those are missing that nobody wrote.</summary>
internal sealed class BreachedFolder : IDisposable
{
    public BreachedFolder()
    {
        Write("00000", "");
        Write("FFFFF", "");
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("resetbot-breached-").FullName;

    /// <summary>Writes the range of a password, with it or without it.</summary>
    public void Cover(string password, bool listed)
    {
#pragma warning disable CA5350 // The lists are kept by SHA-1; nothing here is protected by it.
        var hash = Convert.ToHexString(SHA1.HashData(Encoding.UTF8.GetBytes(password)));
#pragma warning restore CA5350
        Write(hash[..5], listed ? hash[5..] + ":1234\r\n" : "");
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private void Write(string prefix, string lines) =>
        File.WriteAllText(System.IO.Path.Combine(Path, prefix + ".txt"), "000000000000000000000000000000000AA:7\r\n" + lines);
}
