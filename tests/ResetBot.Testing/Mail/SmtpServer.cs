using System.Diagnostics;
using System.Globalization;
using MimeKit;

namespace ResetBot.Testing.Mail;

/// <summary>A real SMTP server on loopback (tests/lab/smtp_lab.py) with an authority of its own. Needs the lab part smtp.</summary>
public sealed class SmtpServer : IAsyncDisposable
{
    public const string UserName = "resetbot";
    public const string Password = "Smtp-Pa55";

    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);
    private readonly string _folder = Directory.CreateTempSubdirectory("resetbot-smtp-").FullName;
    private readonly TestAuthority _authority;
    private Process? _process;

    private SmtpServer(string certifiedName) => _authority = new TestAuthority(_folder, certifiedName);

    public string Host => "localhost";

    public int Port { get; private set; }

    /// <summary>A PEM file with the authority behind the server's certificate.</summary>
    public string AuthorityFile => _authority.AuthorityFile;

    /// <summary>
    /// Starts a server: <c>starttls</c>, <c>tls</c> from the first byte, or <c>plain</c>, which offers no TLS at all.
    /// <paramref name="certifiedName"/> is the name in its certificate.
    /// </summary>
    public static async Task<SmtpServer> StartAsync(string mode = "starttls", string certifiedName = "localhost")
    {
        await Lab.RequireAsync("smtp");
        var server = new SmtpServer(certifiedName);
        await server.StartProcessAsync(mode);
        return server;
    }

    /// <summary>Every message taken so far, oldest first. A message is here before its sender hears that it was taken.</summary>
    public IReadOnlyList<MimeMessage> Received()
        => [.. Directory.GetFiles(_folder, "*.eml").Order(StringComparer.Ordinal).Select(file => MimeMessage.Load(file))];

    /// <summary>The commands (AUTH, MAIL, RCPT) that came, each with <c>tls</c> or <c>clear</c>.</summary>
    public IReadOnlyList<string> Commands()
    {
        var log = Path.Combine(_folder, "commands.log");
        return File.Exists(log) ? File.ReadAllLines(log) : [];
    }

    /// <summary>Ends the server's process, and nothing else.</summary>
    public async Task StopAsync()
    {
        if (_process is { HasExited: false })
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process?.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private async Task StartProcessAsync(string mode)
    {
        var script = Path.Combine(Lab.Folder, "smtp_lab.py");
        string[] arguments = [script, _authority.CertificateFile, _authority.KeyFile, _folder, UserName, Password, mode];
        _process = Process.Start(new ProcessStartInfo("/usr/bin/python3", arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        using var limit = new CancellationTokenSource(StartLimit);
        var line = await _process.StandardOutput.ReadLineAsync(limit.Token);
        Port = line is not null && line.StartsWith("ready ", StringComparison.Ordinal)
            ? int.Parse(line[6..], CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"The SMTP server did not start: {line}");
    }
}
