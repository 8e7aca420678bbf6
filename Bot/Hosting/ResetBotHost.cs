using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using ResetBot.Bot.Channels.Slack;
using ResetBot.Bot.Channels.Teams;
using ResetBot.Bot.Channels.Web;
using ResetBot.Bot.Demo;
using ResetBot.Bot.Look;
using ResetBot.Bot.Operations;
using ResetBot.Bot.Pages;
using ResetBot.Bot.Turns;
using ResetBot.Directories.Demo;
using ResetBot.Recovery.Secrets;
using ResetBot.Storage;

namespace ResetBot.Bot.Hosting;

/// <summary>Puts the house together: every room is added here, and nowhere else.</summary>
internal static class ResetBotHost
{
    public const string DatabaseFile = "resetbot.db";
    public const string DemoFile = "demo-directory.db";

    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adapt = null)
    {
        // The settings beside the program hold from wherever it is started: without them the log would tell every address, one-time links too.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

        // Less handing over from thread to thread; what waits for data does so on the thread pool either way.
        builder.WebHost.UseSockets(sockets =>
        {
            sockets.UnsafePreferInlineScheduling = true;

            // One call to the kernel less for each request, for 4 KB a connection.
            sockets.WaitForDataBeforeAllocatingBuffer = false;
        });
        builder.WebHost.UseDefaultAddress(builder.Configuration);
        builder.AddHouse();
        adapt?.Invoke(builder);
        var app = builder.Build();
        app.MapHouse();
        return app;
    }

    /// <summary>As much of the house as reading the audit trail takes.</summary>
    public static ServiceProvider AuditServices(DataDirectory data)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(data);
        services.AddSingleton(TimeProvider.System);
        services.AddKeys(data.Path("keys"));
        services.AddSqliteStorage(_ => new StorageOptions { File = data.Path(DatabaseFile) });
        return services.BuildServiceProvider();
    }

    private static void AddHouse(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        var root = Path.GetFullPath((builder.Configuration.GetSection(ResetBotOptions.Section).Get<ResetBotOptions>() ?? new()).DataDirectory);
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IValidateOptions<ResetBotOptions>, ResetBotOptionsValidator>();
        services.AddOptions<ResetBotOptions>().BindConfiguration(ResetBotOptions.Section).ValidateOnStart();
        services.AddSingleton<DataDirectory>();
        services.AddKeys(Path.Combine(root, "keys"));
        services.AddSqliteStorage(provider => new StorageOptions { File = provider.GetRequiredService<DataDirectory>().Path(DatabaseFile) });
        services.AddRecovery();
        services.AddConversations();
        services.AddCouriers(builder.Configuration);
        services.AddDemo(builder, Path.Combine(root, DemoFile));
        services.AddPages();
        services.AddTeams();
        services.AddSlack();
        services.AddWeb();
        services.AddOperations();
    }

    internal static void AddKeys(this IServiceCollection services, string directory)
    {
        services.AddDataProtection().SetApplicationName("ResetBot").PersistKeysToFileSystem(new DirectoryInfo(directory));
        services.AddSingleton<IKeyRing, KeyRing>();
        services.AddSingleton<KeyedHash>();
    }

    private static void MapHouse(this WebApplication app)
    {
        app.UseTrustedProxies();
        app.UsePublicScheme(app.Configuration[$"{ResetBotOptions.Section}:{nameof(ResetBotOptions.PublicBaseUrl)}"]);

        // What programs talk to has no use for what browsers need.
        app.UseWhen(context => !IsForPrograms(context.Request.Path), browsers =>
        {
            browsers.UsePageErrors();
            browsers.UseBusyAnswers();
            browsers.UsePageHeaders();
        });
        app.MapPageAssets();
        app.MapLook();
        app.MapSecurePages();
        app.MapTeams();
        app.MapSlack();
        app.MapHealth();
        var isDemo = app.Services.GetRequiredService<IServiceProviderIsService>().IsService(typeof(IDemoCompany));
        if (app.Configuration.GetValue($"{WebOptions.Section}:{nameof(WebOptions.Enabled)}", true))
        {
            app.MapWeb(forThisMachineOnly: isDemo);
        }

        if (isDemo)
        {
            app.MapDemo();
        }
    }

    private static bool IsForPrograms(PathString path) =>
        path.Equals(TeamsChannel.Path, StringComparison.Ordinal) || path.Equals(SlackChannel.Path, StringComparison.Ordinal);

    // Without any address in the configuration the service listens where the Teams tools look for a bot.
    private static void UseDefaultAddress(this IWebHostBuilder host, IConfiguration configuration)
    {
        if (configuration["urls"] is null && configuration["http_ports"] is null && configuration["https_ports"] is null
            && !configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            host.UseUrls("http://localhost:3978");
        }
    }
}
