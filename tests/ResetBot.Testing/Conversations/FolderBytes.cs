using System.Text;

namespace ResetBot.Testing.Conversations;

/// <summary>Everything that is in the files of a folder, while others write to them.</summary>
internal static class FolderBytes
{
    /// <summary>The bytes as text of one character a byte; what only says who has the folder is left out.</summary>
    public static string Of(string folder)
    {
        var text = new StringBuilder();
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is not (".lock" or ".sock")))
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream, Encoding.Latin1);
            text.Append(reader.ReadToEnd());
        }

        return text.ToString();
    }
}
