using Microsoft.Extensions.Options;
using ResetBot.Recovery.Accounts;
using ResetBot.Recovery.Methods;
using ResetBot.Recovery.Registration;
using ResetBot.Recovery.Work;

namespace ResetBot.Bot.Demo;

/// <summary>Registers two methods for each generated person of a load test, before the service listens.</summary>
internal sealed class DemoRegistrations(IUnitsOfWork units, IOptions<DemoOptions> demo) : IHostedService
{
    private const int InOneUnit = 1000;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var people = demo.Value.ExtraPeople;
        for (var first = 0; first < people; first += InOneUnit)
        {
            var last = Math.Min(people, first + InOneUnit) - 1;
            await units.RunAsync(work => RegisterAsync(work, first, last, cancellationToken), cancellationToken);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static async Task<bool> RegisterAsync(IUnitOfWork work, int first, int last, CancellationToken cancellation)
    {
        // Those of an earlier start are there already: the last one of a unit tells of all.
        for (var number = last; number >= first; number--)
        {
            var account = new AccountId("demo", $"00000000-0000-4000-8000-{number:D12}");
            if (!await SeededRegistration.AddAsync(
                work, account, [(MethodKind.Email, $"person{number}@private.example"), (MethodKind.Sms, $"+4670{number % 10_000_000:D7}")], cancellation))
            {
                break;
            }
        }

        return true;
    }
}
