using Microsoft.Extensions.Logging;
using ResetBot.Bot.Hosting;
using ResetBot.Bot.Operations.Control;
using ResetBot.Tests.Bot.Channels.Teams;
using Xunit;

namespace ResetBot.Tests.Bot.Operations;

public sealed class ControlSocketTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("control-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task The_socket_of_a_service_that_could_not_start_ends_with_it_and_complains_of_nothing()
    {
        using var lines = new LogLines();
        using var logs = new LoggerFactory([lines]);
        using var data = new DataDirectory(_folder.FullName, exclusive: false);
        var socket = new ControlSocket(data, null!, TimeProvider.System, logs.CreateLogger<ControlSocket>());
        await socket.StartAsync(default);
        await Task.Run(socket.Dispose).WaitAsync(TimeSpan.FromSeconds(20));
        Assert.Empty(lines.All);
    }
}
