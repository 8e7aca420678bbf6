using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using ResetBot.Testing;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>
/// An attacker names accounts on the web page to learn which exist: registered people, people who never registered, disabled accounts, and
/// names of nobody, each from the first form to a wrong code, in turn. With RESETBOT_LONG=1 over 2,000 names.
/// </summary>
public sealed partial class Enumeration : IAsyncLifetime
{
    private static readonly int Tries = Lab.IsLong ? 2000 : 80;

    // An attacker who could tell would do better than guessing. Fewer tries than those of the long run cannot tell this from chance.
    private const double Limit = 0.55;

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(250);

    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ChatHost.StartAsync(new ChatHostSettings
    {
        ExtraPeople = 2000,
        Arguments =
        [
            "Limits:CasesPerAddressPerHour=1000000", "Limits:CasesPerUserPerHour=1000000", "Web:FormsPerAddressPerMinute=1000000", "Web:Pace=00:00:00.030",
        ],

        // The page keeps its pace by a clock that runs.
        Adapt = builder => builder.Services.Replace(ServiceDescriptor.Singleton(TimeProvider.System)),
    });

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Words_headers_cookies_sizes_and_times_are_the_same_for_every_name()
    {
        List<Try> tries = [];
        foreach (var number in Enumerable.Range(0, 20))
        {
            await TryAsync(Name(number, exists: number % 2 == 0), exists: false);
        }

        for (var number = 0; number < Tries; number++)
        {
            var exists = number % 2 == 0;
            tries.Add(await TryAsync(Name(100 + (number / 2), exists), exists));
        }

        Assert.Single(tries.Select(tried => tried.Words).Distinct());
        Assert.Single(tries.Select(tried => tried.Headers).Distinct());
        Assert.Single(tries.Select(tried => tried.Size).Distinct());
        var guess = Classifier.Area(tries.Select(tried => (tried.Times, tried.Exists)).ToList());
        TestContext.Current.TestOutputHelper?.WriteLine($"{Tries} tries; area under the curve of a classifier on times: {guess:F3}");
        Assert.True(guess <= Limit || !Lab.IsLong, $"A classifier on times tells accounts from names of nobody: area {guess:F3}.");
    }

    [Theory]
    [InlineData("adele@contoso.example")]
    [InlineData("grady@contoso.example")]
    [InlineData("henrietta@contoso.example")]
    [InlineData("johanna@contoso.example")]
    public async Task Nothing_tells_a_disabled_unregistered_or_privileged_account_from_nobody(string name)
    {
        var nobody = await TryAsync("nobody@contoso.example", exists: false);
        var tried = await TryAsync(name, exists: true);
        Assert.Equal(nobody.Words, tried.Words);
        Assert.Equal(nobody.Headers, tried.Headers);
        Assert.Equal(nobody.Size, tried.Size);
    }

    [Theory]
    [InlineData("henrietta@contoso.example")]
    [InlineData("alex@contoso.example")]
    public async Task Nothing_tells_a_privileged_account_where_others_need_one_gate(string name)
    {
        await using var host = await ChatHost.StartAsync(new ChatHostSettings { Arguments = ["Policy:MethodsRequiredToReset=1"] });
        var nobody = await TryAsync(host, "nobody@contoso.example", exists: false);
        var tried = await TryAsync(host, name, exists: true);
        Assert.Contains("step 1 of 1", tried.Words, StringComparison.Ordinal);
        Assert.Equal(nobody.Words, tried.Words);
        Assert.Equal(nobody.Headers, tried.Headers);
        Assert.Equal(nobody.Size, tried.Size);
    }

    // The directory takes 30 ms longer for those whom it finds. Whoever waits has waited at once, and nothing else lets time pass.
    [Fact]
    public async Task An_answer_takes_as_long_whether_the_directory_found_the_name_or_not()
    {
        FlakyDirectory directory = null!;
        await using var host = await ChatHost.StartAsync(new ChatHostSettings
        {
            Arguments = [$"Web:Pace={Pace}"],
            Directory = inner => directory = new FlakyDirectory(inner),
        });
        host.Clock.WaitBegan += wait => _ = wait > TimeSpan.Zero && wait <= Pace ? Task.Run(() => host.Clock.Advance(wait)) : Task.CompletedTask;
        directory.Naming = found => found is null ? Task.CompletedTask : Task.Delay(TimeSpan.FromMilliseconds(30), host.Clock);
        var nobody = await NamingTakesAsync(host, "nobody@contoso.example");
        Assert.Equal(Pace, nobody);
        Assert.Equal(nobody, await NamingTakesAsync(host, host.Somebody().UserName));
        Assert.Equal(nobody, await NamingTakesAsync(host, "grady@contoso.example"));
    }

    private static async Task<TimeSpan> NamingTakesAsync(ChatHost host, string name)
    {
        using var web = host.Browser();
        await web.OpensAsync();
        await web.TapsAsync("Reset my password");
        var began = host.Clock.GetTimestamp();
        await web.EntersAsync(name);
        return host.Clock.GetElapsedTime(began);
    }

    // As long as a real one.
    private static string Name(int number, bool exists)
    {
        var name = Person.Generated(number).UserName;
        return exists ? name : "q" + name[1..];
    }

    private Task<Try> TryAsync(string name, bool exists) => TryAsync(_host, name, exists);

    private static async Task<Try> TryAsync(ChatHost host, string name, bool exists)
    {
        using var web = host.Browser();
        await web.OpensAsync();
        await web.TapsAsync("Reset my password");
        List<double> times = [];
        List<string> headers = [];
        var words = "";
        var size = 0;
        foreach (var step in (Func<Task>[])[() => web.EntersAsync(name), () => web.TapsAsync("E-mail"), () => web.EntersAsync("000000"), () => web.SaysAsync("sms")])
        {
            var began = Stopwatch.GetTimestamp();
            await step();
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            words += Replace(web.Html);
            size += web.Html.Length;
            headers.Add(string.Join("|", web.Posted.Headers.Select(header => header.Key + "=" + Replace(string.Join(";", header.Value.Select(value => value.Length))))));
        }

        return new Try(exists, Replace(words), string.Join("\n", headers), size, [.. times]);
    }

    // What is new on every page by itself: tokens, ids, and the number that every page shows.
    private static string Replace(string html) => Changing().Replace(html, "*");

    [GeneratedRegex("(?<=value=\")[A-Za-z0-9_-]{20,}|(?<=type the number )\\d{4}|(?<=value=\")[0-9a-f]{32}(-leave)?")]
    private static partial Regex Changing();

    private sealed record Try(bool Exists, string Words, string Headers, int Size, double[] Times);
}
