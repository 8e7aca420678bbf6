using ResetBot.Bot.Operations.Control;
using ResetBot.Bot.Operations.Policies;
using ResetBot.Testing.Conversations;
using Xunit;

namespace ResetBot.ConversationTests;

/// <summary><c>policy export</c>, <c>policy check</c> and <c>policy import</c>, beside a running service and without one.</summary>
public sealed class PolicyVerbStories : IAsyncLifetime
{
    private const int Done = 0;
    private const int Refused = 1;
    private const int Impossible = 2;

    private static readonly string[] Settings = ["--environment=Development", "--Policy:MethodsRequiredToReset=1"];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("resetbot-policies-");
    private ChatHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await ChatHost.StartAsync(new ChatHostSettings { Arguments = ["Policy:MethodsRequiredToReset=1"] });

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_running_service_follows_what_is_imported_beside_it_at_once()
    {
        var chat = _host.Chat(_host.Somebody());
        await chat.Says("reset").Sees("step 1 of 1").Says("cancel").Sees("");
        var (exit, said) = await RunAsync("import", await WriteAsync("policies:\n  - name: Two\n    methodsRequiredToReset: 2\n"), "--why", "an audit");
        Assert.Equal(Done, exit);
        Assert.Contains("Version 1 is in force, with 1 policy.", said, StringComparison.Ordinal);
        await chat.Says("reset").Sees("step 1 of 2");
        await _host.RestartAsync();
        await _host.Chat(_host.Somebody()).Says("reset").Sees("step 1 of 2");
        Assert.Contains(_host.Log, line => line.Contains("Version 1 of the policies is in force", StringComparison.Ordinal));
        Assert.Equal(0, await Bot.Program.Main(["audit", "verify", "--ResetBot:DataDirectory=" + _host.DataDirectory]));
    }

    [Fact]
    public async Task Without_a_running_service_the_next_start_follows_and_the_trail_is_whole()
    {
        await _host.StopAsync();
        Assert.Equal(Done, (await RunAsync("import", await WriteAsync("policies:\n  - name: Two\n"))).Exit);
        await _host.StartAgainAsync();
        await _host.Chat(_host.Somebody()).Says("reset").Sees("step 1 of 2");
        Assert.Equal(0, await Bot.Program.Main(["audit", "verify", "--ResetBot:DataDirectory=" + _host.DataDirectory]));
    }

    [Fact]
    public async Task What_is_exported_is_imported_as_the_same()
    {
        var first = Path.Combine(_folder.FullName, "first.yaml");
        Assert.Equal(Done, (await RunAsync("export", first)).Exit);
        var text = await File.ReadAllTextAsync(first);
        Assert.Contains("version: 0", text, StringComparison.Ordinal);
        Assert.Contains("methodsRequiredToReset: 1", text, StringComparison.Ordinal);
        Assert.Equal(Done, (await RunAsync("import", first)).Exit);
        var second = Path.Combine(_folder.FullName, "second.yaml");
        Assert.Equal(Done, (await RunAsync("export", second)).Exit);
        Assert.Equal(text.Replace("version: 0", "version: 1", StringComparison.Ordinal), await File.ReadAllTextAsync(second));
        var (exit, said) = await RunAsync("export", second);
        Assert.Equal(Refused, exit);
        Assert.Contains("is there already", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_two_who_changed_the_same_version_the_second_is_told_who_was_faster()
    {
        var file = await WriteAsync("version: 0\npolicies:\n  - name: Mine\n");
        Assert.Equal(Done, (await RunAsync("import", file, "--why", "the new branch")).Exit);
        var (exit, said) = await RunAsync("import", file);
        Assert.Equal(Refused, exit);
        Assert.Contains("made from version 0, and version 1 is in force", said, StringComparison.Ordinal);
        Assert.Contains("console/" + Environment.UserName, said, StringComparison.Ordinal);
        Assert.Contains("the new branch", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("import")]
    public async Task Faults_are_told_with_their_lines_and_nothing_is_changed(string verb)
    {
        var (exit, said) = await RunAsync(verb, await WriteAsync("policies:\n  - name: A\n    methodsRequiredToReset: 5\n    color: red\n  - name: A\n"));
        Assert.Equal(Refused, exit);
        Assert.Contains("line 3: methodsRequiredToReset is '5'", said, StringComparison.Ordinal);
        Assert.Contains("line 4: 'color' is not known", said, StringComparison.Ordinal);
        Assert.Contains("line 5: name is 'A'", said, StringComparison.Ordinal);
        Assert.Contains("Nothing was changed", said, StringComparison.Ordinal);
        await _host.Chat(_host.Somebody()).Says("reset").Sees("step 1 of 1");
    }

    [Fact]
    public async Task A_check_warns_and_changes_nothing()
    {
        var (exit, said) = await RunAsync("check", await WriteAsync("policies:\n  - name: A\n    groups: [Nowhere]\n    methodsRequiredToReset: 1\n"));
        Assert.Equal(Done, exit);
        Assert.Contains("line 3: warning: groups has 'Nowhere'", said, StringComparison.Ordinal);
        Assert.Contains("line 4: warning: methodsRequiredToReset is 1: the administrators' floor of 2 methods holds all the same", said, StringComparison.Ordinal);
        Assert.Equal(Done, (await RunAsync("import", await WriteAsync("version: 0\npolicies:\n  - name: A\n"))).Exit);
    }

    [Theory]
    [InlineData]
    [InlineData("import")]
    [InlineData("import", "--why", "because")]
    [InlineData("remove", "file.yaml")]
    [InlineData("import", "file.yaml", "--why")]
    [InlineData("import", "file.yaml", "--why", " ")]
    [InlineData("import", "no-such-file.yaml")]
    public async Task What_cannot_be_done_is_said(params string[] arguments) => Assert.Equal(Impossible, (await RunAsync(arguments)).Exit);

    [Fact]
    public async Task A_configuration_with_faults_is_told()
    {
        await _host.StopAsync();
        var (exit, said) = await RunAsync("check", await WriteAsync("policies: []"), "--Policy:MethodsRequiredToReset=7");
        Assert.Equal(Impossible, exit);
        Assert.Contains("Policy:MethodsRequiredToReset is 7", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_socket_that_a_killed_service_left_is_in_nobodys_way()
    {
        await _host.StopAsync();
        var path = Path.Combine(_host.DataDirectory, ControlSocket.FileName);
        Assert.False(File.Exists(path));
        await File.WriteAllTextAsync(path, "");
        Assert.Equal(Done, (await RunAsync("check", await WriteAsync("policies: []"))).Exit);
        await _host.StartAgainAsync();
        Assert.Equal(Done, (await RunAsync("check", await WriteAsync("policies: []"))).Exit);
    }

    [Fact]
    public void Only_the_account_of_the_service_can_ask_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
#pragma warning disable CA1416 // Skipped there.
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_host.DataDirectory, ControlSocket.FileName)));
#pragma warning restore CA1416
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("null")]
    [InlineData("{}")]
    public async Task Nonsense_at_the_socket_does_no_harm(string sent)
    {
        using (var socket = new System.Net.Sockets.Socket(
            System.Net.Sockets.AddressFamily.Unix, System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Unspecified))
        {
            await socket.ConnectAsync(new System.Net.Sockets.UnixDomainSocketEndPoint(Path.Combine(_host.DataDirectory, ControlSocket.FileName)));
            await socket.SendAsync(System.Text.Encoding.UTF8.GetBytes(sent));
        }

        Assert.Equal(Done, (await RunAsync("check", await WriteAsync("policies: []"))).Exit);
    }

    private async Task<string> WriteAsync(string text)
    {
        var file = Path.Combine(_folder.FullName, Guid.NewGuid().ToString("N") + ".yaml");
        await File.WriteAllTextAsync(file, text);
        return file;
    }

    private async Task<(int Exit, string Said)> RunAsync(params string[] arguments)
    {
        await using var said = new StringWriter();
        var exit = await PolicyVerb.RunAsync(
            [.. arguments.Take(2), .. Settings, "--ResetBot:DataDirectory=" + _host.DataDirectory, .. arguments.Skip(2)], said);
        return (exit, said.ToString());
    }
}
