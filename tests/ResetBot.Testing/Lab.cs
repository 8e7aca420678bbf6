using System.Collections.Concurrent;
using Xunit.v3;

namespace ResetBot.Testing;

/// <summary>
/// The real parts that tests need (an SMTP server, node, a browser). Each is installed on demand by tests/lab/install.sh, once per process; where
/// that may not be, the test is skipped with the reason, or fails with it when RESETBOT_NO_SKIP=1.
/// </summary>
public static class Lab
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<string?>>> Parts = new(StringComparer.Ordinal);

    /// <summary>The folder of the solution.</summary>
    public static string Repository { get; } = FindRepository();

    /// <summary>Where the lab's scripts are.</summary>
    public static string Folder { get; } = Path.Combine(Repository, "tests", "lab");

    /// <summary>The long suite runs: attacks at their full length, beside which the test command has short ones.</summary>
    public static bool IsLong => Environment.GetEnvironmentVariable("RESETBOT_LONG") == "1";

    /// <summary>Sees to it that a part is there: smtp, python, node, schema, chromium, openssl, playground, axe, slack or teams.</summary>
    public static async Task RequireAsync(string part)
    {
        var reason = await Parts.GetOrAdd(part, name => new Lazy<Task<string?>>(() => InstallAsync(name))).Value;
        if (reason is not null)
        {
            SkipOrFail(reason);
        }
    }

    /// <summary>The value of an environment variable without which a test has nothing to look at.</summary>
    public static string RequireVariable(string name)
    {
        var value = Environment.GetEnvironmentVariable(name);
        if (string.IsNullOrEmpty(value))
        {
            SkipOrFail($"the environment variable {name} is not set");
        }

        return value!;
    }

    /// <summary>A published JSON schema, from the folder that RESETBOT_SCHEMAS names (a relative one is seen from the solution's folder).</summary>
    public static string RequireSchema(string file)
        => Path.Combine(Path.GetFullPath(RequireVariable("RESETBOT_SCHEMAS"), Repository), file);

    /// <summary>Ends the running test as skipped, or as failed where skipping is forbidden.</summary>
    public static void SkipOrFail(string reason)
        => throw new InvalidOperationException(
            Environment.GetEnvironmentVariable("RESETBOT_NO_SKIP") == "1"
                ? $"This may not be skipped here: {reason}."
                : $"{DynamicSkipToken.Value}{reason}");

    private static async Task<string?> InstallAsync(string part)
    {
        var script = Path.Combine(Folder, "install.sh");
        var (exit, output, _) = await LabCommand.RunAsync("/bin/bash", [script, part], TimeSpan.FromMinutes(10));
        if (exit == 0)
        {
            return null;
        }

        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries).LastOrDefault() ?? $"{part} could not be installed";
    }

    private static string FindRepository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ResetBot.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException($"ResetBot.sln is in no folder above {AppContext.BaseDirectory}.");
    }
}
