using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using ResetBot.Jobs.Upkeep;

namespace ResetBot.Testing.Conversations;

/// <summary>Where a story takes hold of the host's own services.</summary>
internal static class ServiceSeams
{
    /// <summary>Jobs run when a story says so, never by themselves.</summary>
    public static void RemoveJobs(this IServiceCollection services)
    {
        foreach (var job in services.Where(IsJob).ToList())
        {
            services.Remove(job);
        }
    }

    public static void Surround<T>(this IServiceCollection services, Func<T, IServiceProvider, T> surround)
        where T : class
    {
        var inner = services.Last(service => service.ServiceType == typeof(T));
        services.Remove(inner);
        if (inner.ImplementationType is { } type)
        {
            services.TryAddSingleton(type);
        }

        services.AddSingleton(provider => surround(
            (T)(inner.ImplementationType is { } known ? provider.GetRequiredService(known) : inner.ImplementationFactory!(provider)), provider));
    }

    private static bool IsJob(ServiceDescriptor service)
    {
        var owner = service.ImplementationType ?? service.ImplementationFactory?.Method.DeclaringType;
        var name = owner?.Assembly.GetName().Name ?? "";
        return service.ServiceType == typeof(IHostedService)
            && (name.StartsWith("Hangfire", StringComparison.Ordinal) || owner?.Assembly == typeof(KeepUp).Assembly);
    }
}
