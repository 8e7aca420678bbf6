using System.Text;

namespace ResetBot.Bot.Look;

/// <summary>A picture that stands for the company.</summary>
/// <param name="Type">Its media type, as its first bytes tell it.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record LogoFile(string Type, byte[] Content)
{
    /// <summary>Larger ones are refused.</summary>
    public const int MostBytes = 256 * 1024;

    private const string Drawn = "image/svg+xml";
    private const string OwnColour = "#3b5bdb";

    /// <summary>Our own, in the company's colour.</summary>
    public static LogoFile Own(string accent)
    {
        using var stream = typeof(LogoFile).Assembly.GetManifestResourceStream("ResetBot.Bot.Pages.Assets.icon.svg")!;
        using var reader = new StreamReader(stream);
        return new LogoFile(Drawn, Encoding.UTF8.GetBytes(reader.ReadToEnd().Replace(OwnColour, accent, StringComparison.Ordinal)));
    }

    /// <summary>Reads a file; null, and why, when it is none that can be shown.</summary>
    public static LogoFile? Read(string path, out string why)
    {
        try
        {
            var file = new FileInfo(path);
            why = !file.Exists ? "there is no such file" : file.Length > MostBytes ? $"it has {file.Length} bytes" : "";
            return why.Length == 0 ? Of(File.ReadAllBytes(path), out why) : null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            why = "it cannot be read";
            return null;
        }
    }

    /// <summary>Tells by its content what a picture is; null, and why, when it is none that can be shown.</summary>
    public static LogoFile? Of(byte[] content, out string why)
    {
        why = "";
        var type = content.AsSpan() switch
        {
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a, ..] => "image/png",
            [0xff, 0xd8, 0xff, ..] => "image/jpeg",
            [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "image/webp",
            _ => Drawn,
        };
        if (type != Drawn || Drawing.IsHarmless(content, out why))
        {
            return new LogoFile(type, content);
        }

        return null;
    }
}
