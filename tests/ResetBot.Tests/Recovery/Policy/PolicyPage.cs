using System.Text.RegularExpressions;
using ResetBot.Testing;
using Xunit;

namespace ResetBot.Tests.Recovery.Policy;

/// <summary>The tables of docs/policy.md, each between marks: compared with what the code says, or written with RESETBOT_ACCEPT_SNAPSHOTS=1.</summary>
internal static class PolicyPage
{
    private static readonly string File = Path.Combine(Lab.Repository, "docs", "policy.md");
    private static readonly bool Accepts = Environment.GetEnvironmentVariable("RESETBOT_ACCEPT_SNAPSHOTS") == "1";
    private static readonly Lock Gate = new();

    public static void Has(string table, IReadOnlyList<string> heading, IEnumerable<IReadOnlyList<string>> rows)
    {
        string[] lines = [Line(heading), Line([.. heading.Select(_ => "---")]), .. rows.Select(Line)];
        var drawn = string.Join('\n', lines).Replace("| --- ", "|---", StringComparison.Ordinal).Replace("--- |", "---|", StringComparison.Ordinal);
        lock (Gate)
        {
            var page = System.IO.File.ReadAllText(File);
            var place = new Regex($@"(?<=<!-- {table} -->\n).*?(?=<!-- end -->)", RegexOptions.Singleline);
            Assert.True(place.IsMatch(page), $"docs/policy.md has no place for {table}.");
            if (Accepts)
            {
                System.IO.File.WriteAllText(File, place.Replace(page, _ => $"\n{drawn}\n\n", 1));
                return;
            }

            Assert.Equal(drawn, place.Match(page).Value.Trim('\n'));
        }
    }

    private static string Line(IReadOnlyList<string> cells) => $"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |";
}
