using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using ResetBot.Bot.BreachedPasswords;
using ResetBot.Recovery.Passwords.Breached;
using Xunit;

namespace ResetBot.Tests.Bot.BreachedPasswords;

public sealed class RangeApiTests : IAsyncLifetime
{
    private const string Padding = "000000000000000000000000000000000AA:0";

    private readonly BreachScene _scene = new();
    private readonly RangeService _service = new();
    private readonly (string Prefix, string Suffix) _parts = BreachScene.Parts(BreachScene.Listed);
    private ServiceProvider _services = null!;

    public async ValueTask InitializeAsync()
    {
        await _service.StartAsync();
        _services = Services(_service.Address);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _service.DisposeAsync();
        _scene.Dispose();
    }

    [Fact]
    public async Task Nothing_but_the_first_five_digits_leaves_and_nothing_at_all_is_logged_or_traced()
    {
        List<string> traces = [];
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name.StartsWith("System.Net.Http", StringComparison.Ordinal),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = trace => traces.AddRange(trace.TagObjects.Select(tag => $"{tag.Value}")),
        };
        ActivitySource.AddActivityListener(listener);
        Answers(Padding, _parts.Suffix + ":42");

        Assert.Equal(new BreachAnswer.Present(42), await AskAsync());

        var told = Assert.Single(_service.Told);
        Assert.StartsWith($"GET /range/{_parts.Prefix}\n", told, StringComparison.Ordinal);
        Assert.Contains("Add-Padding: true", told, StringComparison.Ordinal);
        foreach (var secret in new[] { BreachScene.Listed, _parts.Suffix, _parts.Suffix[..6] })
        {
            Assert.DoesNotContain(secret, told, StringComparison.OrdinalIgnoreCase);
        }

        Assert.All(traces.Append(_scene.Log), text => Assert.DoesNotContain(_parts.Prefix, text, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_password_of_the_padding_was_found_zero_times_and_is_absent()
    {
        Answers(Padding, _parts.Suffix + ":0");

        Assert.Equal(new BreachAnswer.Absent(), await AskAsync());
    }

    [Fact]
    public async Task A_passing_failure_is_asked_about_again()
    {
        var first = true;
        _service.Answer = context =>
        {
            context.Response.StatusCode = first ? 503 : 200;
            first = false;
            return context.Response.WriteAsync(Padding);
        };

        Assert.Equal(new BreachAnswer.Absent(), await AskAsync());
        Assert.Equal(2, _service.Told.Count);
    }

    [Theory]
    [InlineData(302, "")]
    [InlineData(400, "")]
    [InlineData(404, "")]
    [InlineData(429, "")]
    [InlineData(500, "")]
    [InlineData(200, "")]
    [InlineData(200, "<html>Please sign in to the guest network</html>")]
    public async Task An_answer_that_is_no_range_says_nothing(int status, string body)
    {
        _service.Answer = context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.Location = "http://elsewhere.example/";
            context.Response.Headers.RetryAfter = "3600";
            return context.Response.WriteAsync(body);
        };

        Assert.Equal(new BreachAnswer.Unavailable(), await AskAsync());
        Assert.DoesNotContain(_parts.Prefix, _scene.Log, StringComparison.OrdinalIgnoreCase);
        Assert.NotEqual("", _scene.Log);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_that_never_ends_says_nothing(bool begins)
    {
        var released = new TaskCompletionSource();
        _service.Answer = async context =>
        {
            if (begins)
            {
                await context.Response.WriteAsync(Padding);
                await context.Response.Body.FlushAsync();
            }

            await released.Task;
        };
        var started = Stopwatch.GetTimestamp();

        Assert.Equal(new BreachAnswer.Unavailable(), await AskAsync());

        Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(10));
        Assert.DoesNotContain(_parts.Prefix, _scene.Log, StringComparison.OrdinalIgnoreCase);
        released.SetResult();
    }

    [Fact]
    public async Task One_without_end_says_nothing()
    {
        _service.Answer = context => context.Response.WriteAsync(string.Join('\n', Enumerable.Repeat(Padding, 40_000)));

        Assert.Equal(new BreachAnswer.Unavailable(), await AskAsync());
    }

    [Fact]
    public async Task Nobody_there_says_nothing()
    {
        await _service.DisposeAsync();

        Assert.Equal(new BreachAnswer.Unavailable(), await AskAsync());
        Assert.Contains("does not answer", _scene.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_leaves_the_page_ends_the_question()
    {
        using var gone = new CancellationTokenSource();
        _service.Answer = _ =>
        {
            gone.Cancel();
            return Task.CompletedTask;
        };
        using var password = new ResetBot.Recovery.Secrets.NewPassword(BreachScene.Listed);
        using var fingerprint = PasswordFingerprint.Of(password);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _services.GetRequiredService<IBreachedPasswords>().LookUpAsync(fingerprint, gone.Token));
    }

    private void Answers(params string[] lines) => _service.Answer = context => context.Response.WriteAsync(string.Join("\r\n", lines));

    private Task<BreachAnswer> AskAsync() => BreachScene.AskAsync(_services.GetRequiredService<IBreachedPasswords>(), BreachScene.Listed);

    private ServiceProvider Services(Uri address) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["BreachedPasswords:Source"] = "Api",
                ["BreachedPasswords:Address"] = address.ToString(),
                ["BreachedPasswords:Timeout"] = "00:00:01",
            })
            .Build())
        .AddSingleton(TimeProvider.System)
        .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_scene))
        .AddBreachedPasswords()
        .BuildServiceProvider();
}
