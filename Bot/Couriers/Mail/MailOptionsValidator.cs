using Microsoft.Extensions.Options;
using ResetBot.Bot.Hosting;

namespace ResetBot.Bot.Couriers.Mail;

internal sealed class MailOptionsValidator : IValidateOptions<MailOptions>
{
    private static readonly TimeSpan LongestTimeout = TimeSpan.FromMinutes(5);

    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        var faults = new List<string>();
        Expect(options.Graph.IsUsed || Uri.CheckHostName(options.Host) != UriHostNameType.Unknown, $"Mail:Host is the relay's name; found '{options.Host}'.");
        Expect(options.Port is > 0 and <= ushort.MaxValue, $"Mail:Port is 1 to 65535; found {options.Port}.");
        Expect(Enum.IsDefined(options.Security), $"Mail:Security is StartTls or Tls; found {options.Security}.");
        Expect(Addresses.IsOne(options.From), $"Mail:From is one e-mail address; found '{options.From}'.");
        Expect(!options.FromName.Any(char.IsControl), "Mail:FromName has no control characters; found some.");
        Expect(
            string.IsNullOrEmpty(options.UserName) == string.IsNullOrEmpty(options.Password),
            $"Mail:UserName and Mail:Password go together; found {Given(options.UserName)} and {Given(options.Password)}.");
        Expect(
            options.TrustedCertificateFile.Length == 0 || RelayTrust.Read(options.TrustedCertificateFile) is { Count: > 0 },
            $"Mail:TrustedCertificateFile is a PEM file with at least one certificate; found '{options.TrustedCertificateFile}'.");
        Expect(
            options.Timeout >= TimeSpan.FromSeconds(1) && options.Timeout <= LongestTimeout,
            $"Mail:Timeout is 00:00:01 to {LongestTimeout}; found {options.Timeout}.");
        if (options.Graph is { IsUsed: true } graph)
        {
            Expect(options.Host.Length == 0, $"Mail:Host and Mail:Graph:TenantId exclude each other; found '{options.Host}'.");
            Expect(graph.ClientId.Length > 0, "Mail:Graph:ClientId is the application's id; found none.");
            Expect(
                graph.ClientSecret.Length > 0 != graph.CertificatePath.Length > 0,
                $"Mail:Graph has a ClientSecret or a CertificatePath; found {Given(graph.ClientSecret)} and {Given(graph.CertificatePath)}.");
            Expect(ProtectedAddress.Is(graph.Url), $"Mail:Graph:Url is an https address (http on loopback only); found '{graph.Url}'.");
            Expect(ProtectedAddress.Is(graph.Authority), $"Mail:Graph:Authority is an https address (http on loopback only); found '{graph.Authority}'.");
        }

        Expect(options.Connections is >= 1 and <= 32, $"Mail:Connections is 1 to 32; found {options.Connections}.");
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void Expect(bool holds, string fault)
        {
            if (!holds)
            {
                faults.Add(fault);
            }
        }
    }

    private static string Given(string value) => value.Length == 0 ? "none" : "one";
}
