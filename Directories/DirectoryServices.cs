using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using ResetBot.Directories.Demo;
using ResetBot.Recovery.Accounts;

namespace ResetBot.Directories;

/// <summary>How a host takes a directory into use.</summary>
public static class DirectoryServices
{
    /// <summary>
    /// Makes the seeded demonstration company the directory: one SQLite file, created when it is missing. Adds <see cref="IDirectory"/> and
    /// <see cref="IDemoCompany"/>. The options are checked when the host starts.
    /// </summary>
    public static IServiceCollection AddDemoDirectory(this IServiceCollection services, Action<DemoDirectoryOptions> configure)
    {
        services.AddOptions<DemoDirectoryOptions>().Configure(configure).ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DemoDirectoryOptions>, DemoDirectoryOptionsValidator>());
        services.AddSingleton<DemoDatabase>();
        services.AddSingleton<DemoPeople>();
        services.AddSingleton<PasswordCheckDesk>();
        services.AddSingleton<PasswordWriteDesk>();
        services.AddSingleton<UnlockDesk>();
        services.AddSingleton<IDirectory, DemoDirectory>();
        services.AddSingleton<IDemoCompany, DemoCompany>();
        return services;
    }
}
