using ResetBot.Bot.Channels.Teams.Trust;
using ResetBot.Testing.Teams;
using Xunit;

namespace ResetBot.Tests.Bot.Channels.Teams.Trust;

public sealed class SigningKeysTests : IAsyncLifetime
{
    private readonly BotServiceStandIn _service = new();
    private TeamsParts _parts = null!;

    public async ValueTask InitializeAsync()
    {
        await _service.StartAsync();
        _parts = TeamsParts.Configured(_service);
    }

    public async ValueTask DisposeAsync()
    {
        await _parts.DisposeAsync();
        await _service.DisposeAsync();
    }

    [Fact]
    public async Task Keys_are_fetched_once_and_kept()
    {
        for (var i = 0; i < 10; i++)
        {
            Assert.IsType<KeyLookup.Found>(await FindAsync(BotServiceStandIn.KeyId));
        }

        Assert.Equal(1, _service.KeyFetches);
        Assert.Equal(1, _service.MetadataFetches);
    }

    [Fact]
    public async Task An_unknown_key_causes_one_fetch_in_the_minimum_interval()
    {
        await FindAsync(BotServiceStandIn.KeyId);
        _parts.Time.Advance(TimeSpan.FromMinutes(5));

        for (var i = 0; i < 10; i++)
        {
            Assert.IsType<KeyLookup.Unknown>(await FindAsync($"made-up-{i}"));
        }

        Assert.Equal(2, _service.KeyFetches);
        _parts.Time.Advance(TimeSpan.FromMinutes(5));
        await FindAsync("made-up");
        Assert.Equal(3, _service.KeyFetches);
    }

    [Fact]
    public async Task A_new_key_is_found_after_the_minimum_interval()
    {
        await FindAsync(BotServiceStandIn.KeyId);
        _service.Publish("second", "msteams");

        Assert.IsType<KeyLookup.Unknown>(await FindAsync("second"));
        _parts.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.IsType<KeyLookup.Found>(await FindAsync("second"));
    }

    [Fact]
    public async Task Many_who_ask_at_once_share_one_fetch()
    {
        var release = new TaskCompletionSource();
        _service.Holding = release.Task;

        var asking = Enumerable.Range(0, 50).Select(_ => FindAsync(BotServiceStandIn.KeyId)).ToList();
        release.SetResult();

        Assert.All(await Task.WhenAll(asking), lookup => Assert.IsType<KeyLookup.Found>(lookup));
        Assert.Equal(1, _service.KeyFetches);
    }

    [Fact]
    public async Task One_who_gives_up_waiting_does_not_stop_the_fetch_for_the_others()
    {
        var release = new TaskCompletionSource();
        _service.Holding = release.Task;
        using var impatience = new CancellationTokenSource();
        var impatient = _parts.Get<SigningKeys>().FindAsync(BotServiceStandIn.KeyId, impatience.Token);
        var patient = FindAsync(BotServiceStandIn.KeyId);

        await impatience.CancelAsync();
        release.SetResult();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => impatient);
        Assert.IsType<KeyLookup.Found>(await patient);
    }

    [Fact]
    public async Task Without_any_key_nothing_can_be_told_and_it_is_tried_again_soon()
    {
        _service.IsDown = true;

        var lookup = Assert.IsType<KeyLookup.CannotTell>(await FindAsync(BotServiceStandIn.KeyId));
        Assert.Equal(TimeSpan.FromSeconds(10), lookup.RetryAfter);

        _service.IsDown = false;
        Assert.IsType<KeyLookup.CannotTell>(await FindAsync(BotServiceStandIn.KeyId));
        _parts.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.IsType<KeyLookup.Found>(await FindAsync(BotServiceStandIn.KeyId));
    }

    [Fact]
    public async Task Old_keys_stay_when_a_refresh_fails()
    {
        await FindAsync(BotServiceStandIn.KeyId);
        _service.IsDown = true;
        _parts.Time.Advance(TimeSpan.FromMinutes(5));

        var lookup = Assert.IsType<KeyLookup.CannotTell>(await FindAsync("new"));

        Assert.Equal(TimeSpan.FromMinutes(5), lookup.RetryAfter);
        Assert.IsType<KeyLookup.Found>(await FindAsync(BotServiceStandIn.KeyId));
    }

    [Fact]
    public async Task Stale_keys_answer_while_new_ones_are_fetched()
    {
        await FindAsync(BotServiceStandIn.KeyId);
        var release = new TaskCompletionSource();
        _service.Holding = release.Task;
        _service.Withdraw(BotServiceStandIn.KeyId);
        _service.Publish("second", "msteams");
        _parts.Time.Advance(TimeSpan.FromHours(24));

        Assert.IsType<KeyLookup.Found>(await FindAsync(BotServiceStandIn.KeyId));
        release.SetResult();

        Assert.IsType<KeyLookup.Found>(await FindAsync("second"));
        Assert.IsType<KeyLookup.Unknown>(await FindAsync(BotServiceStandIn.KeyId));
        Assert.Equal(2, _service.KeyFetches);
    }

    [Fact]
    public async Task Keys_are_not_fetched_over_plain_http_from_elsewhere()
    {
        _service.OtherKeySetAddress = "http://192.0.2.1/keys";

        Assert.IsType<KeyLookup.CannotTell>(await FindAsync(BotServiceStandIn.KeyId));
    }

    [Fact]
    public void A_short_key_is_no_key()
    {
        using var weak = System.Security.Cryptography.RSA.Create(1024);
        var parameters = weak.ExportParameters(false);
        using var document = System.Text.Json.JsonSerializer.SerializeToDocument(new
        {
            keys = new object[]
            {
                new { kty = "RSA", kid = "weak", n = Base64(parameters.Modulus!), e = Base64(parameters.Exponent!), endorsements = new[] { "msteams" } },
                new { kty = "EC", kid = "curve" }, new { kty = "RSA", kid = "empty" }, new { kty = "RSA", kid = "odd", n = "!!", e = "?" },
            },
        });

        Assert.Empty(KeySet.Read(document.RootElement));
    }

    private static string Base64(byte[] bytes) => Microsoft.IdentityModel.Tokens.Base64UrlEncoder.Encode(bytes);

    private Task<KeyLookup> FindAsync(string keyId) => _parts.Get<SigningKeys>().FindAsync(keyId, TestContext.Current.CancellationToken);
}
