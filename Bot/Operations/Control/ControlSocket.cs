using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using ResetBot.Bot.Hosting;

namespace ResetBot.Bot.Operations.Control;

/// <summary>
/// Where somebody on this machine who may write to the data directory asks the running service to change something: the database has one writer,
/// which holds the end of the audit trail in memory, so that no other process may write beside it. One request at a time.
/// </summary>
internal sealed partial class ControlSocket(DataDirectory data, ControlCommands commands, TimeProvider clock, ILogger<ControlSocket> logger) : IHostedService, IDisposable
{
    public const string FileName = "control.sock";

    // What fits into sockaddr_un on every system, with its end. https://man7.org/linux/man-pages/man7/unix.7.html
    private const int LongestPath = 100;
    private const int Largest = 2 * 1024 * 1024;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _stopping = new();
    private Socket? _listener;
    private Task _serving = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var path = data.Path(FileName);
        if (Encoding.UTF8.GetByteCount(path) > LongestPath)
        {
            LogPathTooLong(logger, path);
            return Task.CompletedTask;
        }

        // Left there by a process that was killed: the directory is ours.
        File.Delete(path);
        _listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        _listener.Bind(new UnixDomainSocketEndPoint(path));
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        _listener.Listen();
        _serving = Task.Run(() => ServeAsync(_listener), CancellationToken.None);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await _serving;
        if (_listener is not null)
        {
            _listener.Dispose();
            File.Delete(data.Path(FileName));
        }
    }

    public void Dispose()
    {
        // A host that could not start is disposed and never stopped.
        if (!_serving.IsCompleted)
        {
            _stopping.Cancel();
            ((IAsyncResult)_serving).AsyncWaitHandle.WaitOne();
        }

        _listener?.Dispose();
        _stopping.Dispose();
    }

    private async Task ServeAsync(Socket listener)
    {
        var stopping = _stopping.Token;
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                using var caller = await listener.AcceptAsync(stopping);
                await AnswerAsync(caller, stopping);
            }
            catch (OperationCanceledException)
            {
                // The service stops, or a caller took too long.
            }
            catch (Exception fault)
            {
                LogFailed(logger, fault);
            }
        }
    }

    private async Task AnswerAsync(Socket caller, CancellationToken stopping)
    {
        using var patience = new CancellationTokenSource(Patience, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping, patience.Token);
        await using var stream = new NetworkStream(caller);
        using var asked = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer, limit.Token) is > 0 and var count)
        {
            await asked.WriteAsync(buffer.AsMemory(0, count), limit.Token);
            if (asked.Length > Largest)
            {
                return;
            }
        }

        var request = JsonSerializer.Deserialize<ControlRequest>(asked.ToArray()) ?? throw new JsonException("nothing was asked");

        // What was begun is finished, whether the caller waits for it or not.
        var answer = await commands.RunAsync(request, CancellationToken.None);
        if (answer.ExitCode == ControlAnswer.Done)
        {
            LogDone(logger, request.Verb, request.By);
        }

        await JsonSerializer.SerializeAsync(stream, answer, cancellationToken: limit.Token);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Verb} was done for {By}")]
    private static partial void LogDone(ILogger logger, string verb, string by);

    [LoggerMessage(Level = LogLevel.Error, Message = "A request at the control socket failed")]
    private static partial void LogFailed(ILogger logger, Exception fault);

    [LoggerMessage(Level = LogLevel.Warning, Message = "There is no control socket, since {Path} is too long for one: policy and account are used while the service is stopped")]
    private static partial void LogPathTooLong(ILogger logger, string path);
}
