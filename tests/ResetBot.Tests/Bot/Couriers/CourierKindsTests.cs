using Microsoft.Extensions.DependencyInjection;
using ResetBot.Bot.Hosting;
using ResetBot.Bot.Outbox;
using Xunit;

namespace ResetBot.Tests.Bot.Couriers;

public sealed class CourierKindsTests
{
    [Fact]
    public async Task Text_messages_wait_for_no_mail_relay()
    {
        var data = Directory.CreateTempSubdirectory("resetbot-kinds");
        await using var app = ResetBotHost.Build(["--environment=Development", $"--ResetBot:DataDirectory={data.FullName}"], _ => { });
        var deliverers = app.Services.GetServices<IDeliver>().ToList();

        Assert.Equal(1, deliverers.Count(deliverer => deliverer.Delivers("email")));
        Assert.Equal(1, deliverers.Count(deliverer => deliverer.Delivers("sms")));
        Assert.Equal(1, deliverers.Count(deliverer => deliverer.Delivers("voice")));
        Assert.DoesNotContain(deliverers, deliverer => deliverer.Delivers("email") && deliverer.Delivers("sms"));
        data.Delete(recursive: true);
    }
}
