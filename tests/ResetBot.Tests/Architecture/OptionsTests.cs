using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ResetBot.Bot.Hosting;
using Xunit;

namespace ResetBot.Tests.Architecture;

public sealed class OptionsTests
{
    [Fact]
    public async Task Every_options_class_of_the_host_is_checked_at_start()
    {
        var data = Directory.CreateTempSubdirectory("resetbot-options");
        List<Type> configured = [];
        List<Type> validated = [];
        await using var app = ResetBotHost.Build(
            ["--environment=Development", $"--ResetBot:DataDirectory={data.FullName}", "--Mail:Host=localhost", "--Sms:Url=https://sms.example/"],
            builder =>
            {
                configured.AddRange(Arguments(builder.Services, typeof(IConfigureOptions<>)));
                validated.AddRange(Arguments(builder.Services, typeof(IValidateOptions<>)));
            });
        var ours = configured.Where(type => type.Namespace!.StartsWith("ResetBot.", StringComparison.Ordinal)).Distinct().ToList();
        Assert.True(ours.Count >= 9, $"Found only {ours.Count} options classes.");
        Assert.Empty(ours.Except(validated));
        data.Delete(recursive: true);
    }

    private static IEnumerable<Type> Arguments(IServiceCollection services, Type open) => services
        .Where(service => service.ServiceType.IsGenericType && service.ServiceType.GetGenericTypeDefinition() == open)
        .Select(service => service.ServiceType.GetGenericArguments()[0]);
}
