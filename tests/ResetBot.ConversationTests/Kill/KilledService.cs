using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using ResetBot.Testing.Conversations;
using ResetBot.Testing.Slack;
using ResetBot.Testing.Sms;

namespace ResetBot.ConversationTests.Kill;

/// <summary>A process that is killed again and again, and what its people do when it does not answer: try the same again.</summary>
internal sealed class KilledService : IAsyncDisposable
{
    // More than a process that starts on a busy machine needs.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly string[] Methods = ["Email", "Sms", "VoiceOffice", "Authenticator", "Passkey", "RecoveryCodes", "ManagerApproval", "SecurityQuestions", "ColleagueVouching", "Passcode"];

    private readonly ChatProcess _process;
    private readonly SmsGateway _gateway;
    private readonly Random _random;
    private readonly Lock _gate = new();

    // The command line works on the data itself where no process does: none may start meanwhile.
    private readonly SemaphoreSlim _data = new(1);
    private TaskCompletionSource _running = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _untilNext = int.MaxValue;

    private KilledService(ChatProcess process, SmsGateway gateway, int seed)
    {
        _process = process;
        _gateway = gateway;
        _random = new Random(seed);
        Codes = new CodeWatch(this, gateway);
    }

    public ChatProcess Process => _process;

    public CodeWatch Codes { get; }

    public static async Task<KilledService> StartAsync(int people, int seed)
    {
        var gateway = await SmsGateway.StartNewAsync();
        var process = await ChatProcess.StartWithSlackAsync(
            [
                $"Demo:ExtraPeople={people}", $"Sms:Url={gateway.Url}", $"Sms:VoiceUrl={gateway.VoiceUrl}", "Sms:Secret=" + SmsGateway.Secret, "Limits:CasesPerAddressPerHour=1000000",
                // A try whose answer was lost with the process stays spent: nobody may be stopped for that here.
                "Limits:TriesBelowDirectoryLockout=1", "Web:Pace=00:00:00", "Web:FormsPerAddressPerMinute=1000000", "Policy:CoolingPeriod=00:00:02", "Policy:Freshness=00:00:00",
                .. Methods.Select((method, index) => $"Policy:MethodsAllowed:{index}={method}"),
            ]);
        var service = new KilledService(process, gateway, seed);
        service._running.SetResult();
        return service;
    }

    public ChatDriver Chat(int person)
    {
        var chat = _process.Chat(Person.Generated(person));
        chat.Patience = Patience;
        return chat;
    }

    /// <summary>The person's chat in Slack.</summary>
    public SlackChatDriver SlackChat(int person)
    {
        var chat = _process.SlackChat(Person.Generated(person));
        chat.Patience = Patience;
        return chat;
    }

    /// <summary>Kills it so many times, each time in the middle of what it does.</summary>
    public async Task KillAsync(int times, int most, CancellationToken enough)
    {
        for (var kill = 0; kill < times && !enough.IsCancellationRequested; kill++)
        {
            Task reached;
            lock (_gate)
            {
                _untilNext = _random.Next(1, most);
                _reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                reached = _reached.Task;
            }

            await reached.WaitAsync(enough).ContinueWith(_ => { }, TaskScheduler.Default);
            await RestartAsync();
            Killed++;
        }
    }

    public int Killed { get; private set; }

    /// <summary>Sends an activity until it is acknowledged, as the channel does: the same one each time.</summary>
    public async Task SayAsync(ChatDriver chat, string text)
    {
        var message = chat.Message(text);
        if (!await TryAsync(() => chat.SendAsync(message)))
        {
            while (!await TryAsync(() => chat.PostAsync(message)))
            {
                // It is not there now, or has no room: again.
            }
        }
    }

    /// <summary>Somebody signs in with wrong passwords until the directory locks the account.</summary>
    public async Task LocksAsync(Person person)
    {
        using var client = new HttpClient();
        var result = "";
        while (result != "locked")
        {
            await AttemptAsync();
            try
            {
                using var answer = await client.PostAsJsonAsync(new Uri(_process.Address, "/demo/sign-in"), new { userName = person.UserName, password = "not the password" });
                result = (await answer.Content.ReadFromJsonAsync<JsonNode>())?["result"]?.GetValue<string>() ?? "";
            }
            catch (Exception lost) when (IsLost(lost) || lost is System.Text.Json.JsonException)
            {
                // It is not there now: again.
            }
        }
    }

    /// <summary>The help desk gives a passcode to somebody.</summary>
    public async Task<string> GivePasscodeAsync(Person person)
    {
        await AttemptAsync();
        await _data.WaitAsync();
        try
        {
            var (exit, said) = await AccountVerbSteps.RunAsync(_process.DataDirectory, "passcode", person.UserName, "--why", "called, passport seen");
            return exit == 0 ? AccountVerbSteps.PasscodeIn(said) : throw new StoryException($"No passcode for {person.Name}: {said}");
        }
        finally
        {
            _data.Release();
        }
    }

    /// <summary>Whether an answer did not come because the process was killed.</summary>
    // Killed between accepting a connection and the client's look at it, the client's own fault for that comes through bare.
    public static bool IsLost(Exception fault) => fault is HttpRequestException or IOException or SocketException;

    /// <summary>Does something on a page until it is answered; false when an answer was lost on the way.</summary>
    public async Task<bool> BrowseAsync(PageDriver page, Func<Task> act)
    {
        await AttemptAsync();
        try
        {
            page.Address = new Uri(_process.Address, page.Address.AbsolutePath);
            await act();
            return page.Status < HttpStatusCode.InternalServerError;
        }
        catch (Exception lost) when (IsLost(lost))
        {
            return false;
        }
    }

    /// <summary>Waits until it runs, and counts down to the next kill.</summary>
    public async Task AttemptAsync()
    {
        Task running;
        lock (_gate)
        {
            running = _running.Task;
            if (--_untilNext <= 0)
            {
                _reached.TrySetResult();
            }
        }

        await running;
    }

    public async ValueTask DisposeAsync()
    {
        await Codes.DisposeAsync();
        await _process.DisposeAsync();
        await _gateway.DisposeAsync();
        _data.Dispose();
    }

    private async Task RestartAsync()
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _untilNext = int.MaxValue;
            _running = started;
        }

        await _data.WaitAsync();
        try
        {
            await _process.KillAndStartAsync();
            started.SetResult();
        }
        catch (Exception fault)
        {
            // Whoever waits until it runs hears why it does not.
            started.SetException(fault);
            throw;
        }
        finally
        {
            _data.Release();
        }
    }

    private async Task<bool> TryAsync(Func<Task<(HttpStatusCode Status, JsonNode? Body)>> send)
    {
        await AttemptAsync();
        try
        {
            var (status, body) = await send();
            return status switch
            {
                HttpStatusCode.Accepted or HttpStatusCode.OK => true,
                HttpStatusCode.ServiceUnavailable => false,
                _ => throw new StoryException($"An activity was answered {(int)status}: {body}"),
            };
        }
        catch (Exception lost) when (IsLost(lost))
        {
            return false;
        }
    }
}
