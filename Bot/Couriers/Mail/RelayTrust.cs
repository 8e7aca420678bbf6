using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ResetBot.Bot.Couriers.Mail;

/// <summary>Whom a private relay's certificate may come from.</summary>
internal static class RelayTrust
{
    /// <summary>The authorities of a PEM file; null when it cannot be read.</summary>
    public static X509Certificate2Collection? Read(string file)
    {
        try
        {
            var authorities = new X509Certificate2Collection();
            authorities.ImportFromPemFile(file);
            return authorities;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Accepts a certificate for the right name that these authorities, and no others, stand behind.</summary>
    public static RemoteCertificateValidationCallback By(X509Certificate2Collection authorities)
        => (_, certificate, presented, errors) => certificate is not null
            && (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) == SslPolicyErrors.None
            && Leads(certificate, presented, authorities);

    private static bool Leads(X509Certificate certificate, X509Chain? presented, X509Certificate2Collection authorities)
    {
        using var leaf = new X509Certificate2(certificate);
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck; // A private authority seldom publishes a list.
        chain.ChainPolicy.ApplicationPolicy.Add(new Oid("1.3.6.1.5.5.7.3.1")); // RFC 5280 §4.2.1.12: id-kp-serverAuth.
        foreach (var element in presented?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
        {
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        }

        return chain.Build(leaf);
    }
}
