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
        HttpCourier.AddClient(services, GatewayCourier.ClientName);
        services.AddSingleton<ICourier>(provider => provider.GetRequiredService<IOptions<SmsOptions>>().Value.Gateway switch
        {
            SmsGatewayKind.Twilio => ActivatorUtilities.CreateInstance<TwilioCourier>(provider),
            SmsGatewayKind.Azure => ActivatorUtilities.CreateInstance<AzureSmsCourier>(provider),
            _ => ActivatorUtilities.CreateInstance<WebhookSmsCourier>(provider, CourierWays.Text),
        });
        if (!string.IsNullOrEmpty(section[nameof(SmsOptions.VoiceUrl)]))
        {
            services.AddSingleton<ICourier>(provider => ActivatorUtilities.CreateInstance<WebhookSmsCourier>(provider, CourierWays.Call));
        }

        return services;
    }
}
