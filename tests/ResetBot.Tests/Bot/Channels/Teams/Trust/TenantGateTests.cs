using Microsoft.Extensions.Options;
using ResetBot.Bot.Channels.Teams;
using ResetBot.Bot.Channels.Teams.Trust;
using Xunit;

namespace ResetBot.Tests.Bot.Channels.Teams.Trust;

public sealed class TenantGateTests
{
    private const string Home = "c0a1e6d0-6f0e-4d0e-9a51-1f9a0a6a1b11";
    private const string Other = "d1b2f7e1-7a1f-4e1f-8b62-2a0b1b7b2c22";

    [Theory]
    [InlineData(Home, Home)]
    [InlineData(Home, null)]
    [InlineData(null, Home)]
    [InlineData("C0A1E6D0-6F0E-4D0E-9A51-1F9A0A6A1B11", Home)]
    public void The_home_tenant_comes_in(string? channelData, string? conversation) => Assert.True(Gate().Admits(channelData, conversation));

    [Theory]
    [InlineData(Other, Other)]
    [InlineData(null, null)]
    [InlineData(Home, Other)]
    [InlineData(Other, Home)]
    [InlineData("", "")]
    public void Another_tenant_none_and_a_contradiction_stay_out(string? channelData, string? conversation) =>
        Assert.False(Gate().Admits(channelData, conversation));

    [Fact]
    public void A_list_takes_the_place_of_the_home_tenant()
    {
        var gate = Gate(Other);

        Assert.True(gate.Admits(Other, null));
        Assert.False(gate.Admits(Home, null));
    }

    [Fact]
    public void Without_any_configuration_only_demo_mode_gets_this_far_and_every_tenant_comes_in()
    {
        var gate = new TenantGate(Options.Create(new TeamsOptions()));

        Assert.True(gate.Admits("00000000-0000-0000-0000-0000000000001", null));
    }

    private static TenantGate Gate(params string[] allowed) =>
        new(Options.Create(new TeamsOptions { AppId = "6a0cbd6b-0ef0-4c4a-9a3c-0ccdb29ff5a1", TenantId = Home, AllowedTenants = [.. allowed] }));
}
