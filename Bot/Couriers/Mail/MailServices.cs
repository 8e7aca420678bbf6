using Microsoft.Extensions.Options;

namespace ResetBot.Bot.Couriers.Mail;

/// <summary>How the host takes the mail courier into use.</summary>
public static class MailServices
{
    /// <summary>Adds the courier for e-mail; <paramref name="section"/> is the configuration's section Mail, checked at start.</summary>
    public static IServiceCollection AddMailCourier(this IServiceCollection services, IConfiguration section)
    {
        services.AddOptions<MailOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsValidator>();
        services.AddSingleton<IGraphTokens, GraphTokens>();
        HttpCourier.AddClient(services, GraphMailCourier.ClientName);
        services.AddSingleton<ICourier>(provider => provider.GetRequiredService<IOptions<MailOptions>>().Value.Graph.IsUsed
            ? ActivatorUtilities.CreateInstance<GraphMailCourier>(provider)
            : ActivatorUtilities.CreateInstance<SmtpCourier>(provider));
        return services;
    }
}
