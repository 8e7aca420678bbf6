using System.Reflection;
using System.Text.RegularExpressions;
using ResetBot.Recovery.Accounts;
using Xunit;

namespace ResetBot.Tests.Architecture;

public sealed partial class SizeTests
{
    private const int LongestFile = 250;
    private const int LongestMethod = 60;
    private const int MostServices = 6;

    private static readonly Assembly[] Rooms = [.. SourceTree.Rooms.Select(room => Assembly.Load("ResetBot." + room))];

    [Fact]
    public void No_file_is_longer_than_the_ceiling() => Assert.DoesNotContain(
        SourceTree.Sources(tests: true).Select(path => (path, Lines: SourceTree.Read(path).Split('\n').Length)), file => file.Lines > LongestFile + 1);

    [Fact]
    public void No_method_is_longer_than_the_ceiling() => Assert.Empty(SourceTree.Sources().SelectMany(LongMethods));

    [Fact]
    public void The_program_is_a_table_of_contents() => Assert.True(SourceTree.Read("Bot/Program.cs").Split('\n').Length <= 26);

    [Fact]
    public void No_constructor_takes_more_services_than_the_ceiling() => Assert.Empty(Rooms
        .SelectMany(room => room.GetTypes())
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.GetMethod("<Clone>$") is null)
        .SelectMany(type => type.GetConstructors(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
        .Where(constructor => constructor.GetParameters().Count(parameter => IsService(parameter.ParameterType)) > MostServices)
        .Select(constructor => constructor.DeclaringType!.FullName));

    [Fact]
    public void Classes_are_sealed_unless_they_are_made_to_be_derived_from() => Assert.Empty(Rooms
        .SelectMany(room => room.GetTypes())
        .Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false })
        .Where(type => type.Namespace?.StartsWith("ResetBot.", StringComparison.Ordinal) == true && !type.FullName!.Contains('<', StringComparison.Ordinal))
        .Where(type => !typeof(Microsoft.AspNetCore.Components.IComponent).IsAssignableFrom(type) && type.Name is not ("CaseState" or nameof(DirectoryUnavailableException) or "_Imports"))
        .Select(type => type.FullName));

    private static bool IsService(Type type) => type.IsInterface || type is { IsClass: true } && type != typeof(string);

    // The formatting is checked, so that a member begins and ends at one depth.
    private static IEnumerable<string> LongMethods(string path)
    {
        var lines = SourceTree.Read(path).Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            if (!Member().IsMatch(lines[index]))
            {
                continue;
            }

            // One without a body in braces ends with its first semicolon, or with the end of its switch.
            var open = Array.FindIndex(lines, index, line => line is "    {" || line.EndsWith(';') || line is "    };");
            var end = open >= 0 && lines[open] is "    {" ? Array.FindIndex(lines, open, line => line is "    }" or "    };") : open;
            if (end - index > LongestMethod)
            {
                yield return $"{path}:{index + 1}";
            }
        }
    }

    [GeneratedRegex(@"^    (?:public|private|internal|protected)[^;={]*[\w>]\(")]
    private static partial Regex Member();
}
