using System.Text.RegularExpressions;
using System.Xml.Linq;
using Xunit;

namespace ResetBot.Tests.Architecture;

public sealed class WallTests
{
    private static readonly Dictionary<string, string[]> MayReference = new()
    {
        ["Recovery"] = [],
        ["Cards"] = [],
        ["Directories"] = ["Recovery"],
        ["Storage"] = ["Dialogs", "Jobs", "Recovery"],
        ["Dialogs"] = ["Cards", "Recovery"],
        ["Jobs"] = ["Cards", "Recovery"],
        ["Bot"] = ["Cards", "Dialogs", "Directories", "Jobs", "Recovery", "Storage"],
    };

    private static readonly string[] Folders =
    [
        ".ci", ".git", "Bot", "Cards", "Dialogs", "Directories", "Jobs", "Recovery", "Storage", "artifacts", "bench", "docs", "manifests", "tests",
    ];

    [Fact]
    public void Each_room_references_the_rooms_that_the_table_allows_and_no_other()
    {
        foreach (var (room, allowed) in MayReference)
        {
            var project = XDocument.Load(Path.Combine(SourceTree.Root, room, $"ResetBot.{room}.csproj"));
            var references = project.Descendants("ProjectReference")
                .Select(reference => Regex.Match(reference.Attribute("Include")!.Value, @"ResetBot\.(\w+)\.csproj").Groups[1].Value)
                .Order();
            Assert.Equal(allowed, references);
        }
    }

    [Fact]
    public void The_table_in_the_documentation_is_the_table_of_the_projects()
    {
        var page = SourceTree.Read("docs/architecture.md");
        foreach (var (room, allowed) in MayReference.Where(entry => entry.Key != "Bot"))
        {
            var row = Regex.Match(page, $@"^\| {room} \|.*\| (?<may>[^|]+) \|$", RegexOptions.Multiline);
            Assert.True(row.Success, $"docs/architecture.md has no row for {room}.");
            var documented = row.Groups["may"].Value.Split(',', StringSplitOptions.TrimEntries).Where(name => name != "nothing").Order();
            Assert.Equal(allowed, documented);
        }
    }

    [Fact]
    public void The_top_level_folders_are_the_agreed_ones() =>
        Assert.Empty(Directory.EnumerateDirectories(SourceTree.Root).Select(path => Path.GetFileName(path)).Except(Folders));

    [Fact]
    public void The_project_stands_on_its_own()
    {
        var sources = SourceTree.Sources(tests: true).Concat(Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "docs"), "*.md", SearchOption.AllDirectories));
        var elsewhere = new Regex(@"\.\./shared|/work/|protocol-facts|lab\.md|design\.md|spec\.md");
        Assert.DoesNotContain(
            sources, path => !path.EndsWith("WallTests.cs", StringComparison.Ordinal) && elsewhere.IsMatch(SourceTree.Read(path)));
    }

    [Fact]
    public void Every_command_in_the_README_is_run_by_a_test_or_by_the_pipeline()
    {
        var commands = Regex.Matches(SourceTree.Read("README.md"), @"^```\n(?<body>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)
            .SelectMany(block => block.Groups["body"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            .Order();
        Assert.Equal(
            [
                "bash bench/run.sh slack 8 3", // .ci/run, for two seconds
                "bash bench/run.sh stages 8", // .ci/run, for two seconds
                "bash bench/run.sh stored 6 2", // .ci/run, for two seconds
                "bash bench/run.sh turns 8 3", // .ci/run, for two seconds
                "dotnet run --project Bot", // StartUpTests
                "dotnet run --project Bot -- account cases", // AccountVerbStories
                "dotnet run --project Bot -- account open adele@contoso.example --why \"she came by\"", // AccountVerbStories
                "dotnet run --project Bot -- account show adele@contoso.example", // AccountVerbStories
                "dotnet run --project Bot -- audit verify", // AuditVerbTests
                "dotnet run --project Bot -- policy check policies.yaml", // PolicyVerbStories
                "dotnet run --project Bot -- policy export policies.yaml", // PolicyVerbStories
                "dotnet run --project Bot -- policy import policies.yaml", // PolicyVerbStories
                "dotnet test ResetBot.sln -m:1", // .ci/run
                "npx --yes @microsoft/m365agentsplayground@0.2.28 start -e http://localhost:3978/api/messages -c msteams", // the story in the Playground
            ],
            commands);
        var pipeline = SourceTree.Read(".ci/run");
        Assert.Contains("dotnet test ResetBot.sln", pipeline, StringComparison.Ordinal);
        Assert.Contains("bash bench/run.sh", pipeline, StringComparison.Ordinal);
    }
}
