using ResetBot.Bot.Channels.Teams;
using ResetBot.Bot.Hosting;

namespace ResetBot.Bot.Demo;

/// <summary>Says at the start where to go.</summary>
internal sealed class DemoAnnouncement(PublicAddress address, DataDirectory data, IHostApplicationLifetime lifetime) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        lifetime.ApplicationStarted.Register(Announce);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private void Announce() => Console.WriteLine(
        $"""

        ResetBot is ready, in demo mode: a made-up company, for this machine only.

          Demo page        {address.Base}/demo
          Teams endpoint   {address.Base}{TeamsChannel.Path}
          Try it in Teams' own test client:
            npx @microsoft/m365agentsplayground start -e {address.Base}{TeamsChannel.Path} -c msteams
            then write: register
          Data             {data.Root}

        """);
}
