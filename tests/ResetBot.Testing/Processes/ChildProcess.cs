using System.Diagnostics;

namespace ResetBot.Testing.Processes;

/// <summary>A program that a test started. Its standard input stays open, what it says can be waited for, and it ends with the test.</summary>
public sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly List<string> _lines = [];
    private readonly Lock _gate = new();
    private readonly Signal _more = new();
    private int _streams = 2;

    private ChildProcess(ProcessStartInfo start)
    {
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, said) => Hear(said.Data);
        _process.ErrorDataReceived += (_, said) => Hear(said.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    /// <summary>Everything it said so far.</summary>
    public string Said
    {
        get
        {
            lock (_gate)
            {
                return string.Join('\n', _lines);
            }
        }
    }

    /// <summary>The memory that it takes now, in megabytes.</summary>
    public long Megabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1024 / 1024;
        }
    }

    /// <summary>Starts a program in a folder, with more environment variables than the tests' own.</summary>
    public static ChildProcess Start(
        string program, IEnumerable<string> arguments, string folder, IEnumerable<(string Name, string Value)>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        return new ChildProcess(start);
    }

    /// <summary>Waits until it says, or has said, a line with these words in it; not longer than it runs.</summary>
    public async Task<string> SaysAsync(string words, TimeSpan limit)
    {
        using var time = new CancellationTokenSource(limit);
        var read = 0;
        while (true)
        {
            var more = _more.Next;
            var (line, isOver) = Next(words, ref read);
            if (line is not null)
            {
                return line;
            }

            if (isOver)
            {
                throw new InvalidOperationException($"{_process.StartInfo.FileName} ended and did not say '{words}', but:\n{Said}");
            }

            try
            {
                await more.WaitAsync(time.Token);
            }
            catch (OperationCanceledException)
            {
                throw new TimeoutException($"{_process.StartInfo.FileName} did not say '{words}' within {limit}, but:\n{Said}");
            }
        }
    }

    /// <summary>Tells it to stop as a service manager does (SIGTERM), and waits until it has; its exit code.</summary>
    public async Task<int> StopAsync(TimeSpan limit)
    {
        using var time = new CancellationTokenSource(limit);
        using var signal = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await _process.WaitForExitAsync(time.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            // This process and what it started itself, by their ids.
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    // Over when it has closed what it says things through.
    private (string? Line, bool IsOver) Next(string words, ref int read)
    {
        lock (_gate)
        {
            while (read < _lines.Count)
            {
                if (_lines[read++].Contains(words, StringComparison.Ordinal))
                {
                    return (_lines[read - 1], false);
                }
            }

            return (null, _streams == 0);
        }
    }

    private void Hear(string? line)
    {
        lock (_gate)
        {
            if (line is null)
            {
                _streams--;
            }
            else
            {
                _lines.Add(line);
            }
        }

        _more.Raise();
    }
}
