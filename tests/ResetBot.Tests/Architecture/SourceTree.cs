using ResetBot.Testing;

namespace ResetBot.Tests.Architecture;

/// <summary>The project's own files.</summary>
internal static class SourceTree
{
    public static readonly string[] Rooms = ["Recovery", "Cards", "Directories", "Storage", "Dialogs", "Jobs", "Bot"];

    public static string Root => Lab.Repository;

    public static string Read(string relative) => File.ReadAllText(Path.Combine(Root, relative));

    /// <summary>The C# files of the rooms, or of the tests too, by their path from the root.</summary>
    public static IEnumerable<string> Sources(bool tests = false) =>
        (tests ? [.. Rooms, "tests"] : Rooms)
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories))
            .Select(path => Path.GetRelativePath(Root, path))
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj" or "node_modules"));
}
