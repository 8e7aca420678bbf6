using Microsoft.Extensions.Options;

namespace ResetBot.Bot.Couriers.Sms;

/// <summary>How the host takes the couriers of the gateway into use.</summary>
public static class SmsServices
{
    /// <summary>Adds the courier for text messages, and one for calls where the gateway takes them; <paramref name="section"/> is the configuration's section Sms, checked at start.</summary>
    public static IServiceCollection AddSmsCourier(this IServiceCollection services, IConfiguration section)
    {
        services.AddOptions<SmsOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<SmsOptions>, SmsOptionsValidator>();
        services.AddHttpClient(WebhookSmsCourier.ClientName, client => client.Timeout = Timeout.InfiniteTimeSpan)
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        services.AddSingleton<ICourier>(provider => ActivatorUtilities.CreateInstance<WebhookSmsCourier>(provider, CourierWays.Text));
        if (!string.IsNullOrEmpty(section[nameof(SmsOptions.VoiceUrl)]))
        {
            services.AddSingleton<ICourier>(provider => ActivatorUtilities.CreateInstance<WebhookSmsCourier>(provider, CourierWays.Call));
        }

        return services;
    }
}
