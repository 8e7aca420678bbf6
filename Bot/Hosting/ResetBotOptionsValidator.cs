using Microsoft.Extensions.Options;
using ResetBot.Bot.Demo;

namespace ResetBot.Bot.Hosting;

/// <summary>Lists what is wrong in <see cref="ResetBotOptions"/>.</summary>
internal sealed class ResetBotOptionsValidator(IOptions<DemoOptions> demo) : IValidateOptions<ResetBotOptions>
{
    public ValidateOptionsResult Validate(string? name, ResetBotOptions options)
    {
        var faults = Faults(options, demo.Value.Enabled == true).ToList();
        return faults.Count > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }

    internal static IEnumerable<string> Faults(ResetBotOptions options, bool demoMode)
    {
        if (string.IsNullOrWhiteSpace(options.DataDirectory))
        {
            yield return "ResetBot:DataDirectory is empty; it must name a directory.";
        }

        foreach (var proxy in options.TrustedProxies.Where(proxy => TrustedProxies.Network(proxy) is null))
        {
            yield return $"ResetBot:TrustedProxies names '{proxy}'; it must be an IP address, or a network as in 10.0.0.0/24.";
        }

        if (options.PublicBaseUrl is null)
        {
            if (!demoMode)
            {
                yield return "ResetBot:PublicBaseUrl is not set; it must be the https address under which browsers reach this service.";
            }

            yield break;
        }

        if (!Uri.TryCreate(options.PublicBaseUrl, UriKind.Absolute, out var address)
            || address.AbsolutePath != "/" || address.Query.Length > 0 || address.UserInfo.Length > 0)
        {
            yield return $"ResetBot:PublicBaseUrl is '{options.PublicBaseUrl}'; it must be an address without a path.";
        }
        else if (address.Scheme != Uri.UriSchemeHttps && !(demoMode && address.Scheme == Uri.UriSchemeHttp && LoopbackOnly.IsLoopbackUrl(address)))
        {
            yield return $"ResetBot:PublicBaseUrl is '{options.PublicBaseUrl}'; it must be https (http only on this machine itself, in demo mode).";
        }
    }
}
