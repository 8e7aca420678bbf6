using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using ResetBot.Recovery.Secrets;

namespace ResetBot.Bot.Hosting;

/// <summary>Keys in the data directory, beside the database and never in it. What is encrypted uses the framework's rotating keys.</summary>
internal sealed class KeyRing(DataDirectory data, IDataProtectionProvider protection) : IKeyRing
{
    private const int Length = 32;

    private readonly byte[] _master = ReadOrMake(data.Path("keys"));

    public byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, _master, Length, info: Encoding.UTF8.GetBytes(purpose));

    public string Protect(string purpose, string text) => protection.CreateProtector(purpose).Protect(text);

    public string Unprotect(string purpose, string text) => protection.CreateProtector(purpose).Unprotect(text);

    private static byte[] ReadOrMake(string directory)
    {
        Directory.CreateDirectory(directory);
        var path = Path.Combine(directory, "master.key");
        if (!File.Exists(path))
        {
            Make(path);
        }

        var key = File.ReadAllBytes(path);
        return key.Length == Length ? key : throw new InvalidOperationException($"{path} does not hold a key of {Length} bytes.");
    }

    // Written whole under another name first, so that a crash leaves no half a key.
    private static void Make(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var unfinished = path + ".new";
        using (var file = new FileStream(unfinished, options))
        {
            file.Write(RandomNumberGenerator.GetBytes(Length));
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: false);
    }
}
