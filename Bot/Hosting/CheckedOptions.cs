using Microsoft.Extensions.Options;

namespace ResetBot.Bot.Hosting;

/// <summary>Binds options of a room that knows no host, and checks them when the host starts.</summary>
internal static class CheckedOptions
{
    /// <summary>Binds a section, refuses to start with its faults, and offers the options themselves to the room.</summary>
    public static IServiceCollection AddChecked<TOptions>(
        this IServiceCollection services, string section, Func<TOptions, IEnumerable<string>> faults)
        where TOptions : class
    {
        services.AddOptions<TOptions>().BindConfiguration(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TOptions>>(new Check<TOptions>(faults));
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<TOptions>>().Value);
        return services;
    }

    private sealed class Check<TOptions>(Func<TOptions, IEnumerable<string>> faults) : IValidateOptions<TOptions>
        where TOptions : class
    {
        public ValidateOptionsResult Validate(string? name, TOptions options)
        {
            var found = faults(options).ToList();
            return found.Count > 0 ? ValidateOptionsResult.Fail(found) : ValidateOptionsResult.Success;
        }
    }
}
