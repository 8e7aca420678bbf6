using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace ResetBot.Bot.Demo;

internal static class DemoMode
{
    /// <summary>
    /// Binds and checks <see cref="DemoOptions"/>; afterwards <see cref="DemoOptions.Enabled"/> is never null. May be called more than once.
    /// </summary>
    public static IServiceCollection AddDemoOptions(this IServiceCollection services)
    {
        if (services.Any(service => service.ImplementationType == typeof(DemoOptionsValidator)))
        {
            return services;
        }

        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DemoOptions>, DemoOptionsValidator>());
        services.AddOptions<DemoOptions>()
            .BindConfiguration(DemoOptions.Section)
            .PostConfigure<IHostEnvironment>((options, environment) => options.Enabled ??= environment.IsDevelopment())
            .ValidateOnStart();
        return services;
    }
}
