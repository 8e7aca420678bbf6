using ResetBot.Bot.Channels.Teams;
using Xunit;

namespace ResetBot.Tests.Bot.Channels.Teams;

public sealed class TeamsOptionsTests
{
    private const string AppId = "6a0cbd6b-0ef0-4c4a-9a3c-0ccdb29ff5a1";
    private const string Tenant = "c0a1e6d0-6f0e-4d0e-9a51-1f9a0a6a1b11";

    [Fact]
    public void The_defaults_are_as_documented()
    {
        var options = new TeamsOptions();

        Assert.Equal("", options.AppId);
        Assert.Equal(TeamsAppType.SingleTenant, options.AppType);
        Assert.Equal("", options.TenantId);
        Assert.Equal("", options.ClientSecret);
        Assert.Equal("", options.CertificatePath);
        Assert.Equal("", options.CertificatePassword);
        Assert.Empty(options.AllowedTenants);
        Assert.Equal(TeamsCloud.Public, options.Cloud);
        Assert.Equal("", options.MetadataAddress);
        Assert.Equal(TimeSpan.FromHours(24), options.KeyRefreshInterval);
        Assert.Equal(TimeSpan.FromMinutes(5), options.KeyMinimumRefreshInterval);
        Assert.Equal(TimeSpan.FromMinutes(5), options.ClockSkew);
        Assert.Equal(1_048_576, options.MaxBodyBytes);
        Assert.Equal(TimeSpan.FromSeconds(4), options.InvokeLimit);
        Assert.Equal(TimeSpan.FromSeconds(9), options.TurnLimit);
        Assert.Equal(10, options.CardsClosedPerSecond);
        Assert.False(options.IsConfigured);
    }

    [Fact]
    public void Nothing_configured_is_no_fault() => Assert.Empty(Faults(new TeamsOptions()));

    [Fact]
    public void Every_kind_of_registration_can_be_configured()
    {
        Assert.Empty(Faults(new TeamsOptions { AppId = AppId, TenantId = Tenant, ClientSecret = "x" }));
        Assert.Empty(Faults(new TeamsOptions { AppId = AppId, TenantId = Tenant, AppType = TeamsAppType.ManagedIdentity }));
        Assert.Empty(Faults(new TeamsOptions { AppId = AppId, AllowedTenants = [Tenant], ClientSecret = "x", AppType = TeamsAppType.MultiTenant }));
    }

    [Fact]
    public void Every_fault_is_listed_with_the_value_found_but_never_a_secret()
    {
        var faults = Faults(new TeamsOptions
        {
            AppId = "my-bot",
            TenantId = "contoso",
            ClientSecret = "hush-hush",
            CertificatePath = "/not/there.pfx",
            AllowedTenants = ["fabrikam"],
            MetadataAddress = "http://example.com/",
            KeyMinimumRefreshInterval = TimeSpan.FromDays(2),
            ClockSkew = TimeSpan.FromHours(1),
            MaxBodyBytes = 7,
            InvokeLimit = TimeSpan.Zero,
            TurnLimit = TimeSpan.FromSeconds(60),
            Cloud = (TeamsCloud)9,
        });

        Assert.Equal(12, faults.Count);
        foreach (var found in new[] { "my-bot", "contoso", "both", "/not/there.pfx", "fabrikam", "http://example.com/", "2.00:00:00", "01:00:00", "7", "00:01:00" })
        {
            Assert.Contains(faults, fault => fault.Contains(found, StringComparison.Ordinal));
        }

        Assert.DoesNotContain(faults, fault => fault.Contains("hush-hush", StringComparison.Ordinal));
    }

    [Fact]
    public void A_credential_without_an_app_id_is_a_fault() => Assert.Single(Faults(new TeamsOptions { ClientSecret = "x" }));

    [Fact]
    public void A_managed_identity_with_a_secret_is_a_fault() =>
        Assert.Single(Faults(new TeamsOptions { AppId = AppId, TenantId = Tenant, AppType = TeamsAppType.ManagedIdentity, ClientSecret = "x" }));

    [Fact]
    public void Nobody_to_serve_is_a_fault() =>
        Assert.Single(Faults(new TeamsOptions { AppId = AppId, AppType = TeamsAppType.MultiTenant, ClientSecret = "x" }));

    [Fact]
    public void A_multi_tenant_bot_in_china_is_a_fault() => Assert.Single(Faults(new TeamsOptions
    {
        AppId = AppId,
        TenantId = Tenant,
        AppType = TeamsAppType.MultiTenant,
        ClientSecret = "x",
        Cloud = TeamsCloud.China,
    }));

    [Theory]
    [InlineData(-1)]
    [InlineData(26)]
    public void Cards_are_closed_no_more_often_than_Teams_takes_requests(int count) => Assert.Contains(
        Faults(new TeamsOptions { CardsClosedPerSecond = count }), fault => fault.StartsWith("Teams:CardsClosedPerSecond must be 0 to 25", StringComparison.Ordinal));

    private static List<string> Faults(TeamsOptions options) => [.. new TeamsOptionsValidator().Validate(null, options).Failures ?? []];
}
