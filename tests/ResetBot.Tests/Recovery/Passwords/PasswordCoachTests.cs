using System.Text.Json;
using ResetBot.Recovery.Passwords;
using ResetBot.Testing;
using Xunit;

namespace ResetBot.Tests.Recovery.Passwords;

/// <summary>The page's script is run by node on what the server is run on: they must say the same, number for number.</summary>
public sealed class PasswordCoachTests
{
    private static readonly string Script = Path.Combine(Lab.Repository, "Bot", "Pages", "Assets", "password-coach.js");

    private const string Runner = """
        const { compose, judge } = require(process.argv[1]);
        const cases = JSON.parse(require('fs').readFileSync(0, 'utf8'));
        process.stdout.write(JSON.stringify(cases.map(({ password, rules }) => judge(compose(password), rules))));
        """;

    [Fact]
    public async Task Page_and_server_say_the_same_to_every_vector()
        => await CompareAsync([.. PasswordVector.All.Select(vector => (vector.Password, vector.Judge(), vector.Context()))]);

    [Fact]
    public async Task Page_and_server_say_the_same_to_a_thousand_made_up_passwords()
    {
        var random = new Random(20260302);
        var common = new PasswordJudge(new PasswordOptions { StrengthRequired = 0 });
        var context = PasswordVector.All[0].Context();
        string[] parts = [.. CommonWords.All, .. "aA0oO1lLsS$@!-. åÅÖ🙈ßẞſKΣςİıǅ\u0301\t½ﬁ".EnumerateRunes().Select(rune => rune.ToString())];
        var made = Enumerable.Range(0, 1000)
            .Select(_ => string.Concat(Enumerable.Range(0, random.Next(1, 7)).Select(_ => parts[random.Next(parts.Length)])));

        await CompareAsync([.. made.Select(password => (password, common, context))]);
    }

    [Fact]
    public async Task Page_and_server_lower_every_letter_in_the_same_way()
    {
        var judge = new PasswordJudge(new PasswordOptions { BanCommonWords = false, StrengthRequired = 0 });
        var context = PasswordVector.All[0].Context();
        // Newer scripts are left out: node and .NET need not know the same version of Unicode.
        var characters = Enumerable.Range(0x20, 0x1A90).Concat(Enumerable.Range(0x1D00, 0x8A00));
        var passwords = characters.Chunk(40).Select(chunk => string.Concat(chunk.Select(char.ConvertFromUtf32)));

        await CompareAsync([.. passwords.Select(password => (password, judge, context))]);
    }

    [Fact]
    public async Task The_page_refuses_half_of_an_emoji_as_the_server_does()
    {
        await Lab.RequireAsync("node");
        const string run = "const { compose, judge } = require(process.argv[1]);"
            + "const rules = { minimumLength: 1, maximumLength: 99, classesRequired: 0, pointsRequired: 1, varietyRequired: 0,"
            + " bannedWords: [], names: [] };"
            + "process.stdout.write(JSON.stringify(judge(compose('Klar-\\ud83d-bana'), rules).filter((result) => !result.met)))";

        var (_, output, _) = await LabCommand.RunAsync("node", ["-e", run, Script], TimeSpan.FromMinutes(1));

        Assert.Equal("""[{"rule":"characters","met":false,"found":1,"needed":0}]""", output);
    }

    private static async Task CompareAsync(IReadOnlyList<(string Password, PasswordJudge Judge, PasswordContext Context)> cases)
    {
        await Lab.RequireAsync("node");
        var input = JsonSerializer.Serialize(
            cases.Select(one => new { one.Password, Rules = one.Judge.RulesFor(one.Context) }), JsonSerializerOptions.Web);

        var (exit, output, errors) = await LabCommand.RunAsync("node", ["-e", Runner, Script], TimeSpan.FromMinutes(1), input);

        Assert.True(exit == 0, errors);
        var said = JsonSerializer.Deserialize<PageResult[][]>(output, JsonSerializerOptions.Web)!;
        Assert.Equal(cases.Count, said.Length);
        Assert.All(cases.Zip(said), pair => Assert.Equal(Server(pair.First), pair.Second));
    }

    private static List<PageResult> Server((string Password, PasswordJudge Judge, PasswordContext Context) one)
    {
        using var password = PasswordText.Compose(one.Password);
        return [.. one.Judge.Judge(password, one.Context).Results
            .Where(result => result.Rule != PasswordRule.Guessable)
            .Select(result => new PageResult(Camel(result.Rule), result.Met, result.Found, result.Needed))];
    }

    private static string Camel(PasswordRule rule) => JsonNamingPolicy.CamelCase.ConvertName(rule.ToString());

    private sealed record PageResult(string Rule, bool Met, int Found, int Needed);
}
