using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using ResetBot.Bot.Demo;
using ResetBot.Tests.Bot.Channels.Teams;
using Xunit;

namespace ResetBot.Tests.Bot.Demo;

public sealed class DemoOptionsTests
{
    [Fact]
    public void The_defaults_are_as_documented()
    {
        var options = new DemoOptions();

        Assert.Null(options.Enabled);
        Assert.Equal(0, options.ExtraPeople);
    }

    [Theory]
    [InlineData("Development", null, true)]
    [InlineData("Development", "false", false)]
    [InlineData("Production", null, false)]
    [InlineData("Production", "false", false)]
    [InlineData("Staging", null, false)]
    [InlineData("Staging", "true", true)]
    public async Task Demo_mode_is_on_in_development_or_where_it_is_asked_for(string environment, string? setting, bool expected)
    {
        await using var parts = setting is null ? TeamsParts.Of(environment) : TeamsParts.Of(environment, ("Demo:Enabled", setting));

        Assert.Equal(expected, parts.Get<IOptions<DemoOptions>>().Value.Enabled);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("5000001")]
    public async Task A_number_of_people_beyond_reason_is_refused_with_the_value_found(string people)
    {
        await using var parts = TeamsParts.Of(Environments.Development, ("Demo:ExtraPeople", people));

        var fault = Assert.Throws<OptionsValidationException>(() => parts.Get<IOptions<DemoOptions>>().Value);
        Assert.Contains(people, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Production_refuses_demo_mode()
    {
        await using var parts = TeamsParts.Of(Environments.Production, ("Demo:Enabled", "true"));

        Assert.Throws<OptionsValidationException>(() => parts.Get<IOptions<DemoOptions>>().Value);
    }
}
