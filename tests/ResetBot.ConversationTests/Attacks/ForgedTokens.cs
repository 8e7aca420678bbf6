using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Teams;
using Xunit;

namespace ResetBot.ConversationTests.Attacks;

/// <summary>Somebody on the internet acts as Teams, with a token that is none. Each trick is followed by the same activity with a genuine one.</summary>
public sealed class ForgedTokens(CompanyFixture fixture) : IClassFixture<CompanyFixture>
{
    private readonly ChatHost _host = fixture.Host;

    [Fact]
    public async Task A_request_without_a_token_does_nothing() => await DoesNothingAsync(_ => null);

    [Fact]
    public Task A_token_that_a_stranger_signed_under_a_known_name_does_nothing() => DoesNothingAsync(token => token.SignedWith(TestKeys.Rsa("a stranger")));

    [Fact]
    public Task A_token_that_another_key_of_the_set_signed_does_nothing() => DoesNothingAsync(token => token.SignedWith(TestKeys.Rsa(CompanyFixture.KeyOfAnotherChannel)));

    [Fact]
    public Task A_token_that_was_changed_after_signing_does_nothing() => DoesNothingAsync(token =>
    {
        var parts = token.ToString().Split('.');
        return $"{parts[0]}.{token.With("aud", BotServiceStandIn.AppId).With("extra", "1").ToString().Split('.')[1]}.{parts[2]}";
    });

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("nOnE")]
    [InlineData("")]
    public async Task An_unsigned_token_does_nothing(string algorithm)
    {
        await DoesNothingAsync(token => Signed(token.WithHeader("alg", algorithm), _ => []));
        await DoesNothingAsync(token => Signed(token.WithHeader("alg", algorithm), _ => []).ToString()!.TrimEnd('.'));
        await DoesNothingAsync(token => token.WithHeader("alg", algorithm));
    }

    [Fact]
    public async Task A_token_that_was_signed_with_the_public_key_as_a_shared_secret_does_nothing()
    {
        var key = TestKeys.Rsa(BotServiceStandIn.KeyId);
        byte[][] secrets =
        [
            key.ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(key.ExportSubjectPublicKeyInfoPem()), key.ExportRSAPublicKey(),
            Encoding.ASCII.GetBytes(key.ExportRSAPublicKeyPem()), key.ExportParameters(false).Modulus!, [],
        ];
        foreach (var secret in secrets)
        {
            await DoesNothingAsync(token => Signed(token.WithHeader("alg", "HS256"), bytes => HMACSHA256.HashData(secret, bytes)));
        }
    }

    [Fact]
    public async Task A_signature_of_another_kind_does_nothing()
    {
        await DoesNothingAsync(token => Signed(token, bytes => token.Key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)));
        await DoesNothingAsync(token => Signed(token.WithHeader("alg", "PS256"), bytes => token.Key.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)));
        await DoesNothingAsync(token => Signed(token, bytes => token.Key.SignData(bytes, HashAlgorithmName.SHA1, RSASignaturePadding.Pkcs1)));
    }

    [Fact]
    public async Task A_token_that_brings_its_own_key_does_nothing_and_nothing_is_fetched_from_where_it_says()
    {
        await using var stranger = new BotServiceStandIn();
        var key = stranger.Publish("strange", "msteams");
        await stranger.StartAsync();
        await DoesNothingAsync(token => token.SignedWith(key).WithHeader("kid", "strange")
            .WithHeader("jku", stranger.MetadataAddress).WithHeader("x5u", stranger.MetadataAddress).WithHeader("jwk", Jwk(key)));
        await DoesNothingAsync(token => token.SignedWith(key).WithHeader("kid", stranger.MetadataAddress));
        Assert.Equal(0, stranger.MetadataFetches + stranger.KeyFetches);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("unheard-of")]
    [InlineData("FIRST")]
    [InlineData("../../../../dev/null")]
    [InlineData("first' OR '1'='1")]
    [InlineData("https://evil.example/keys")]
    public Task A_token_that_names_no_key_of_the_set_does_nothing(string? keyId) => DoesNothingAsync(token => token.WithHeader("kid", keyId));

    [Fact]
    public async Task A_token_outside_its_time_does_nothing()
    {
        var now = _host.Clock.GetUtcNow();
        await DoesNothingAsync(token => token.With("exp", now.AddMinutes(-5).ToUnixTimeSeconds()));
        await DoesNothingAsync(token => token.With("nbf", now.AddMinutes(6).ToUnixTimeSeconds()));
        await DoesNothingAsync(token => token.With("exp", null));
    }

    [Fact]
    public async Task A_token_for_somebody_else_does_nothing()
    {
        await DoesNothingAsync(token => token.With("aud", "11111111-2222-3333-4444-555555555555"));
        await DoesNothingAsync(token => token.With("aud", "https://api.botframework.com"));
        await DoesNothingAsync(token => token.With("aud", new JsonArray(BotServiceStandIn.AppId, "somebody-else")));
        await DoesNothingAsync(token => token.With("aud", null));
    }

    [Theory]
    [InlineData("https://evil.example")]
    [InlineData("https://api.botframework.com/")]
    [InlineData("https://api.botframework.us")]
    [InlineData("https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/")]
    [InlineData("https://login.microsoftonline.com/" + TeamsWire.TenantId + "/v2.0")]
    public async Task A_token_of_another_issuer_does_nothing(string issuer)
    {
        await DoesNothingAsync(token => token.With("iss", issuer));
        await DoesNothingAsync(token => token.With("iss", issuer).With("ver", "2.0").With("azp", BotServiceStandIn.AppId));
    }

    [Theory]
    [InlineData(CompanyFixture.KeyOfAnotherChannel)]
    [InlineData(CompanyFixture.KeyWithoutEndorsements)]
    public Task A_token_whose_key_is_not_endorsed_for_teams_does_nothing(string keyId) =>
        DoesNothingAsync(token => token.WithHeader("kid", keyId).SignedWith(TestKeys.Rsa(keyId)));

    [Fact]
    public async Task A_token_for_another_service_address_does_nothing()
    {
        await DoesNothingAsync(token => token.With("serviceurl", "https://smba.trafficmanager.net/amer/"));
        await DoesNothingAsync(token => token.With("serviceurl", null));
        await DoesNothingAsync(token => token, activity => activity.With("serviceUrl", "https://smba.trafficmanager.net.evil.example/emea/"));
    }

    [Fact]
    public async Task A_genuine_token_brings_in_no_other_tenant_and_no_other_channel()
    {
        const string other = "d1b2f7e1-7a1f-4e1f-8b62-2a0b1b7b2c22";
        await DoesNothingAsync(token => token, activity => activity.Set("channelData.tenant.id", other).Set("conversation.tenantId", other), HttpStatusCode.Forbidden);
        await DoesNothingAsync(token => token, activity => activity.Set("channelData.tenant.id", other), HttpStatusCode.Forbidden);
        await DoesNothingAsync(token => token, activity => activity.Set("conversation.tenantId", other), HttpStatusCode.Forbidden);
        await DoesNothingAsync(token => token, activity => activity.With("channelData", null).Set("conversation.tenantId", null), HttpStatusCode.Forbidden);
        await DoesNothingAsync(token => token, activity => activity.With("channelId", "webchat"));
    }

    private static TokenShape Signed(TokenShape token, Func<byte[], byte[]> signer)
    {
        token.Signer = signer;
        return token;
    }

    private static JsonObject Jwk(RSA key) => new()
    {
        ["kty"] = "RSA",
        ["kid"] = "strange",
        ["n"] = Convert.ToBase64String(key.ExportParameters(false).Modulus!).TrimEnd('=').Replace('+', '-').Replace('/', '_'),
        ["e"] = "AQAB",
        ["endorsements"] = new JsonArray("msteams"),
    };

    private async Task DoesNothingAsync(
        Func<TokenShape, object?> forge, Action<JsonObject>? bend = null, HttpStatusCode expected = HttpStatusCode.Unauthorized)
    {
        var chat = _host.Chat(_host.Somebody());
        var genuine = chat.Message("reset");
        var forged = genuine.DeepClone().AsObject();
        bend?.Invoke(forged);
        var before = StoredRows.Digest(_host.DataDirectory);
        var token = forge(BotServiceStandIn.Token(_host.Clock.GetUtcNow()));
        var (status, _) = await chat.PostAsync(forged.ToJsonString(), token is null ? null : "Bearer " + token);
        await _host.QuietAsync();
        Assert.Equal(expected, status);
        Assert.Equal(before, StoredRows.Digest(_host.DataDirectory));
        Assert.Empty(chat.All);
        await chat.SendAsync(genuine);
        await chat.Sees("step 1 of 2");
        Assert.NotEqual(before, StoredRows.Digest(_host.DataDirectory));
    }
}
