namespace ResetBot.Benchmarks;

/// <summary>Where the parts of a benchmark lie.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Bot => Path.Combine(Root, "Bot", "bin", "Release", "net10.0", "ResetBot.Bot.dll");

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "ResetBot.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
