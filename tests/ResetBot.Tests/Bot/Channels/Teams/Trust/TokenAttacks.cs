using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;
using ResetBot.Bot.Channels.Teams.Trust;
using ResetBot.Testing.Teams;
using Xunit;

namespace ResetBot.Tests.Bot.Channels.Teams.Trust;

public sealed class TokenAttacks : IAsyncLifetime
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

    [Theory]
    [InlineData("RS256")]
    [InlineData("RS384")]
    [InlineData("RS512")]
    public async Task A_genuine_token_is_believed(string algorithm)
    {
        var verdict = await CheckAsync(Token().WithHeader("alg", algorithm));

        var genuine = Assert.IsType<TokenVerdict.Genuine>(verdict);
        Assert.True(genuine.Token.SpeaksFor("msteams", BotServiceStandIn.ServiceUrl));
    }

    [Fact]
    public async Task A_token_signed_by_a_strangers_key_under_a_known_name_is_refused() =>
        await RefusesAsync(Token().SignedWith(TestKeys.Rsa("a stranger")));

    [Fact]
    public async Task A_token_changed_after_signing_is_refused()
    {
        var parts = Token().ToString().Split('.');
        var other = Token().With("serviceurl", "https://evil.example/").ToString().Split('.');

        await RefusesAsync($"Bearer {parts[0]}.{other[1]}.{parts[2]}");
    }

    [Fact]
    public async Task A_token_without_a_signature_is_refused()
    {
        var parts = Token().ToString().Split('.');

        await RefusesAsync($"Bearer {parts[0]}.{parts[1]}.");
        await RefusesAsync($"Bearer {parts[0]}.{parts[1]}");
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("NONE")]
    [InlineData("")]
    public async Task An_unsigned_token_is_refused(string algorithm)
    {
        var token = Token().WithHeader("alg", algorithm);
        token.Signer = _ => [];

        await RefusesAsync(token);
    }

    [Fact]
    public async Task A_token_signed_with_the_public_key_as_a_shared_secret_is_refused()
    {
        var publicKey = TestKeys.Rsa(BotServiceStandIn.KeyId).ExportSubjectPublicKeyInfo();
        foreach (var secret in new[] { publicKey, Encoding.ASCII.GetBytes(TestKeys.Rsa(BotServiceStandIn.KeyId).ExportSubjectPublicKeyInfoPem()) })
        {
            var token = Token().WithHeader("alg", "HS256");
            token.Signer = bytes => HMACSHA256.HashData(secret, bytes);

            await RefusesAsync(token);
        }
    }

    [Theory]
    [InlineData("PS256")]
    [InlineData("ES256")]
    [InlineData("rs256")]
    public async Task Another_algorithm_is_refused(string algorithm) => await RefusesAsync(Token().WithHeader("alg", algorithm));

    [Fact]
    public async Task A_pss_signature_is_refused_even_where_the_header_says_rs256()
    {
        var token = Token();
        token.Signer = bytes => token.Key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss);

        await RefusesAsync(token);
    }

    [Fact]
    public async Task A_token_that_brings_its_own_key_is_refused_and_nothing_is_fetched_from_where_it_says()
    {
        await using var stranger = new BotServiceStandIn();
        await stranger.StartAsync();
        var key = TestKeys.Rsa("a stranger");
        var token = Token().SignedWith(key).WithHeader("kid", "strange")
            .WithHeader("jku", stranger.MetadataAddress)
            .WithHeader("x5u", stranger.MetadataAddress)
            .WithHeader("jwk", new JsonObject { ["kty"] = "RSA", ["kid"] = "strange" });

        await RefusesAsync(token);

        Assert.Equal(0, stranger.MetadataFetches + stranger.KeyFetches);
    }

    [Fact]
    public async Task A_token_that_names_no_key_is_refused() => await RefusesAsync(Token().WithHeader("kid", null));

    [Fact]
    public async Task An_encrypted_token_is_refused() => await RefusesAsync("Bearer e30.e30.e30.e30.e30");

    public static TheoryData<string> OddHeaders => new()
    {
        "", "Bearer", "Bearer ", "bearer {0}", "BEARER {0}", "{0}", "Basic {0}", "Bearer  {0}", " Bearer {0}", "Bearer {0} ",
        "Bearer {0} {0}", "Bearer {0},Bearer {0}", "Bearer\t{0}", "Bearer not-a-token", "Bearer ...", "Bearer a.b.c", "Bearer bnVsbA.bnVsbA.bnVsbA",
        "Bearer W10.W10.W10", "Bearer ..", "Bearer e30.e30.e30",
    };

    [Theory]
    [MemberData(nameof(OddHeaders))]
    public async Task Anything_but_one_bearer_token_is_refused(string header) =>
        await RefusesAsync(header.Replace("{0}", Token().ToString(), StringComparison.Ordinal));

    [Fact]
    public async Task Two_authorization_headers_are_refused() =>
        await RefusesAsync(new StringValues(["Bearer " + Token(), "Bearer " + Token()]));

    [Fact]
    public async Task No_authorization_header_is_refused() => await RefusesAsync(StringValues.Empty);

    [Fact]
    public async Task An_oversized_token_is_refused() => await RefusesAsync(Token().With("padding", new string('x', 20_000)));

    [Fact]
    public async Task Tokens_that_cannot_be_genuine_cause_no_fetch_of_keys()
    {
        await RefusesAsync(Token().With("iss", "https://evil.example"));
        await RefusesAsync(Token().With("aud", "somebody-else"));
        await RefusesAsync(Token().WithHeader("alg", "none"));
        await RefusesAsync("Bearer garbage");

        Assert.Equal(0, _service.MetadataFetches);
    }

    private TokenShape Token() => BotServiceStandIn.Token(_parts.Time.GetUtcNow());

    private Task<TokenVerdict> CheckAsync(TokenShape token) => CheckAsync("Bearer " + token);

    private Task<TokenVerdict> CheckAsync(StringValues header) =>
        _parts.Get<ChannelTokenValidator>().CheckAsync(header, TestContext.Current.CancellationToken);

    private Task RefusesAsync(TokenShape token) => RefusesAsync("Bearer " + token);

    private async Task RefusesAsync(StringValues header) => Assert.IsType<TokenVerdict.Refused>(await CheckAsync(header));
}
