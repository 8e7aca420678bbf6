using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using ResetBot.Bot.Turns;
using ResetBot.Storage;
using Xunit;

namespace ResetBot.Tests.Bot.Turns;

public sealed class BusyAnswersTests
{
    [Fact]
    public async Task A_store_that_is_full_is_a_time_to_come_back_also_outside_of_a_turn()
    {
        await using var services = new ServiceCollection().AddSingleton(new TurnOptions { RetryAfter = TimeSpan.FromSeconds(7) }).BuildServiceProvider();
        var app = new ApplicationBuilder(services);
        app.UseBusyAnswers();
        app.Run(context =>
        {
            context.Response.Headers.ContentSecurityPolicy = "default-src 'none'";
            throw new StorageBusyException("1000 units of work wait to be saved.");
        });
        var context = new DefaultHttpContext { RequestServices = services };
        await app.Build()(context);
        Assert.Equal(StatusCodes.Status503ServiceUnavailable, context.Response.StatusCode);
        Assert.Equal("7", context.Response.Headers.RetryAfter);
        Assert.Equal("default-src 'none'", context.Response.Headers.ContentSecurityPolicy);
    }
}
