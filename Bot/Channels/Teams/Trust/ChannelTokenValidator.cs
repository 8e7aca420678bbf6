using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace ResetBot.Bot.Channels.Teams.Trust;

/// <summary>
/// Checks the token with which the channel proves itself, by the rules of "Bot Framework REST authentication", the strict ones where the
/// SDKs differ. Tokens of the emulator and of skills have other issuers and are refused. What the token's header says about where to find
/// a key (jku, x5u, jwk) is never looked at.
/// </summary>
internal sealed class ChannelTokenValidator(SigningKeys keys, IOptions<TeamsOptions> options, TimeProvider time)
{
    private const string ServiceUrlClaim = "serviceurl";
    private const int LongestToken = 16 * 1024;

    private static readonly string[] Algorithms =
        [SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512];

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken };

    public async Task<TokenVerdict> CheckAsync(StringValues authorization, CancellationToken cancellation)
    {
        if (TokenOf(authorization) is not { } text)
        {
            return new TokenVerdict.Refused("The Authorization header is not exactly one 'Bearer' token.");
        }

        if (Read(text) is not { } token)
        {
            return new TokenVerdict.Refused("The token is no signed JWT.");
        }

        // Cheap checks first, so that tokens that cannot be genuine never cause a fetch of keys.
        if (Implausible(token) is { } fault)
        {
            return new TokenVerdict.Refused(fault);
        }

        return await keys.FindAsync(token.Kid, cancellation) switch
        {
            KeyLookup.Found found => await VerifyAsync(token, found.Key),
            KeyLookup.CannotTell later => new TokenVerdict.CannotCheckNow(later.RetryAfter),
            _ => new TokenVerdict.Refused("The token is signed by a key that the channel does not publish."),
        };
    }

    private static string? TokenOf(StringValues authorization)
    {
        var parts = authorization.Count == 1 ? authorization.ToString().Split(' ') : [];
        var isBearer = parts.Length == 2 && parts[0] == "Bearer" && parts[1].Length is > 0 and <= LongestToken;
        return isBearer ? parts[1] : null;
    }

    private static JsonWebToken? Read(string text)
    {
        // RFC 7515 §3.1: a signed token has three parts; one with five (RFC 7516) is encrypted, which the channel never does.
        if (text.Count(character => character == '.') != 2)
        {
            return null;
        }

        try
        {
            return new JsonWebToken(text);
        }
        catch (Exception fault) when (fault is ArgumentException or SecurityTokenException or FormatException)
        {
            return null;
        }
    }

    private string? Implausible(JsonWebToken token)
    {
        if (!Algorithms.Contains(token.Alg, StringComparer.Ordinal))
        {
            return "The token's algorithm is not RS256, RS384 or RS512.";
        }

        if (string.IsNullOrEmpty(token.Kid))
        {
            return "The token names no key.";
        }

        if (token.Issuer != CloudAddresses.Of(options.Value.Cloud).Issuer)
        {
            return "The token is not from the channel's issuer.";
        }

        return IsForUs(token.Audiences) ? null : "The token is for somebody else.";
    }

    private async Task<TokenVerdict> VerifyAsync(JsonWebToken token, SigningKey key)
    {
        var result = await _handler.ValidateTokenAsync(token, Rules(key));
        if (!result.IsValid)
        {
            return new TokenVerdict.Refused($"The token does not hold: {result.Exception?.GetType().Name}.");
        }

        return token.TryGetPayloadValue<string>(ServiceUrlClaim, out var serviceUrl) && !string.IsNullOrEmpty(serviceUrl)
            ? new TokenVerdict.Genuine(new ChannelToken(serviceUrl, key.Endorsements))
            : new TokenVerdict.Refused("The token has no claim 'serviceurl'.");
    }

    private TokenValidationParameters Rules(SigningKey key) => new()
    {
        ValidIssuer = CloudAddresses.Of(options.Value.Cloud).Issuer,
        AudienceValidator = (audiences, _, _) => IsForUs(audiences),
        LifetimeValidator = (notBefore, expires, _, _) => IsCurrent(notBefore, expires),
        ValidAlgorithms = Algorithms,
        IssuerSigningKey = key.Key,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        TryAllIssuerSigningKeys = false,
    };

    private bool IsForUs(IEnumerable<string> audiences) =>
        audiences.ToList() is [var only] && string.Equals(only, options.Value.AppId, StringComparison.OrdinalIgnoreCase);

    // RFC 7519 §4.1.4 and §4.1.5, by this process's clock.
    private bool IsCurrent(DateTime? notBefore, DateTime? expires)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var skew = options.Value.ClockSkew;
        return expires is { } end && now < end + skew && (notBefore is not { } start || now >= start - skew);
    }
}
