using Microsoft.Extensions.Options;

namespace ResetBot.Bot.Couriers.Sms;

/// <summary>How the host takes the text-message courier into use.</summary>
public static class SmsServices
{
    /// <summary>Adds the courier for text messages; <paramref name="section"/> is the configuration's section Sms, checked at start.</summary>
    public static IServiceCollection AddSmsCourier(this IServiceCollection services, IConfiguration section)
    {
        services.AddOptions<SmsOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SmsOptions>, SmsOptionsValidator>();
        services.AddHttpClient(WebhookSmsCourier.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.AddSingleton<ICourier, WebhookSmsCourier>();
        return services;
    }
}
