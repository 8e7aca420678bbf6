using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Azure.Identity;
using ResetBot.Bot.Channels.Teams;
using ResetBot.Bot.Channels.Teams.Outbound;
using Xunit;

namespace ResetBot.Tests.Bot.Channels.Teams.Outbound;

public sealed class AzureConnectorTokensTests
{
    private const string Home = "c0a1e6d0-6f0e-4d0e-9a51-1f9a0a6a1b11";

    [Theory]
    [InlineData(TeamsAppType.SingleTenant, TeamsCloud.Public, Home)]
    [InlineData(TeamsAppType.SingleTenant, TeamsCloud.UsGov, Home)]
    [InlineData(TeamsAppType.MultiTenant, TeamsCloud.Public, "botframework.com")]
    [InlineData(TeamsAppType.MultiTenant, TeamsCloud.Gcc, "botframework.com")]
    [InlineData(TeamsAppType.MultiTenant, TeamsCloud.UsGov, "MicrosoftServices.onmicrosoft.us")]
    internal void The_tenant_that_issues_the_token_follows_the_registration(TeamsAppType type, TeamsCloud cloud, string tenant) =>
        Assert.Equal(tenant, AzureConnectorTokens.TenantOf(Options(type, cloud)));

    [Fact]
    public void A_secret_makes_a_secret_credential()
    {
        var options = Options(TeamsAppType.SingleTenant, TeamsCloud.Public);
        options.ClientSecret = "x";

        Assert.IsType<ClientSecretCredential>(AzureConnectorTokens.CredentialOf(options));
    }

    [Fact]
    public void A_managed_identity_needs_nothing_else() =>
        Assert.IsType<ManagedIdentityCredential>(AzureConnectorTokens.CredentialOf(Options(TeamsAppType.ManagedIdentity, TeamsCloud.Public)));

    [Theory]
    [InlineData(".pfx", "")]
    [InlineData(".pfx", "of the file")]
    [InlineData(".pem", "")]
    [InlineData(".pem", "of the file")]
    public async Task A_certificate_is_read_in_every_usual_form(string extension, string password)
    {
        var path = Path.ChangeExtension(Path.GetTempFileName(), extension);
        try
        {
            await WriteCertificateAsync(path, password);
            var options = Options(TeamsAppType.SingleTenant, TeamsCloud.Public);
            (options.CertificatePath, options.CertificatePassword) = (path, password);

            Assert.IsType<ClientCertificateCredential>(AzureConnectorTokens.CredentialOf(options));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task A_certificate_that_cannot_be_read_is_a_failed_sign_in()
    {
        var options = Options(TeamsAppType.SingleTenant, TeamsCloud.Public);
        options.CertificatePath = Path.Combine(Path.GetTempPath(), "not-there.pfx");
        var tokens = new AzureConnectorTokens(Microsoft.Extensions.Options.Options.Create(options));

        await Assert.ThrowsAsync<AuthenticationFailedException>(() => tokens.GetAsync(TestContext.Current.CancellationToken));
    }

    private static async Task WriteCertificateAsync(string path, string password)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=bot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        if (path.EndsWith(".pfx", StringComparison.Ordinal))
        {
            await File.WriteAllBytesAsync(path, certificate.Export(X509ContentType.Pfx, password));
            return;
        }

        var how = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000);
        var pem = password.Length > 0 ? key.ExportEncryptedPkcs8PrivateKeyPem(password, how) : key.ExportPkcs8PrivateKeyPem();
        await File.WriteAllTextAsync(path, certificate.ExportCertificatePem() + "\n" + pem);
    }

    private static TeamsOptions Options(TeamsAppType type, TeamsCloud cloud) =>
        new() { AppId = "6a0cbd6b-0ef0-4c4a-9a3c-0ccdb29ff5a1", AppType = type, TenantId = Home, Cloud = cloud };
}
