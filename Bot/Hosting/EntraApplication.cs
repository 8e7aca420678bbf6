using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Core;
using Azure.Identity;

namespace ResetBot.Bot.Hosting;

/// <summary>How an application shows Microsoft Entra ID who it is (OAuth 2.0 client credentials).</summary>
/// <param name="TenantId">The tenant that issues its tokens.</param>
/// <param name="ClientId">The application's id.</param>
/// <param name="Secret">Its secret; not looked at where there is a certificate.</param>
/// <param name="CertificatePath">A PEM or PKCS #12 file with its certificate and private key; empty where it has a secret.</param>
/// <param name="CertificatePassword">The password of that file; empty where it has none.</param>
/// <param name="Authority">Where tokens are issued.</param>
internal sealed record EntraApplication(
    string TenantId, string ClientId, string Secret, string CertificatePath, string CertificatePassword, Uri Authority)
{
    /// <summary>The credential, which keeps a token until shortly before it expires.</summary>
    /// <exception cref="Exception">The certificate cannot be used: <see cref="IsOfCertificate"/>.</exception>
    public TokenCredential Credential()
    {
        if (CertificatePath.Length == 0)
        {
            return new ClientSecretCredential(TenantId, ClientId, Secret, new ClientSecretCredentialOptions { AuthorityHost = Authority });
        }

#pragma warning disable CA2000 // The credential uses the certificate as long as the process lives.
        return new ClientCertificateCredential(TenantId, ClientId, Certificate(), new ClientCertificateCredentialOptions { AuthorityHost = Authority });
#pragma warning restore CA2000
    }

    /// <summary>Whether a fault is that of a certificate that cannot be used.</summary>
    public static bool IsOfCertificate(Exception fault) => fault is CryptographicException or IOException or UnauthorizedAccessException;

    private X509Certificate2 Certificate()
    {
        if (!Path.GetExtension(CertificatePath).Equals(".pem", StringComparison.OrdinalIgnoreCase))
        {
            return X509CertificateLoader.LoadPkcs12FromFile(CertificatePath, CertificatePassword);
        }

        return CertificatePassword.Length > 0
            ? X509Certificate2.CreateFromEncryptedPemFile(CertificatePath, CertificatePassword)
            : X509Certificate2.CreateFromPemFile(CertificatePath);
    }

    public override string ToString() => ClientId;
}
